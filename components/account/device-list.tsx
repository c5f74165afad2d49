'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { Tag } from '@/components/ui/tag';
import { Time } from '@/components/ui/time';
import { formatDay } from '@/kernel/time/format';
import { signOutDeviceAction } from '@/lib/account/actions';
import { accountPath } from '@/lib/account/constants';
import type { Device } from '@/lib/account/schema';

export type SignOutDeviceState = Awaited<ReturnType<typeof signOutDeviceAction>>;

/** Where somebody is signed in, and a button to end that on each device. */
export function DeviceList({
  devices,
  timeZone,
  first,
}: {
  devices: Device[];
  timeZone: string;
  first: SignOutDeviceState;
}) {
  const t = useTranslations('account');
  const locale = useLocale();
  const form = useActionForm(signOutDeviceAction, { first });
  const others = devices.filter(({ isThisOne }) => !isThisOne);
  const words = () => t('deviceGone');
  return (
    <div className="flex flex-col gap-4">
      <RefusedAlert state={form.state} tone="warning" words={words} />
      <ul className="divide-y">
        {devices.map(({ id, name, lastUsedAt, isThisOne }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-medium break-words">{name === '' ? t('someDevice') : name}</p>
              <p className="text-muted text-sm">
                {t('lastUsed')}{' '}
                <Time at={lastUsedAt}>{formatDay(lastUsedAt, { locale, timeZone })}</Time>
              </p>
            </div>
            {isThisOne ? (
              <Tag>{t('thisDevice')}</Tag>
            ) : (
              <ActionForm form={form} path={accountPath} fields={{ device: id }}>
                <SubmitButton variant="ghost" size="sm">
                  {t('signOut')}
                  <span className="sr-only"> {name === '' ? t('someDevice') : name}</span>
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <ActionForm form={form} path={accountPath} fields={{ device: 'others' }}>
          <SubmitButton variant="secondary">{t('signOutOthers')}</SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
