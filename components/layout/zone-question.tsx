'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { chooseTimeZoneAction } from '@/lib/settings/actions';
import { timeZoneCity } from '@/kernel/time/format';

/** Asks once in which zone times are to be read, where the device is in another one than before. */
export function ZoneQuestion({ timeZone, there }: { timeZone: string; there: string }) {
  const t = useTranslations('zoneQuestion');
  const locale = useLocale();
  const form = useActionForm(chooseTimeZoneAction);
  const choices = [
    { zone: there, words: 'switch' },
    { zone: timeZone, words: 'keep' },
  ] as const;
  const cityOf = (zone: string) => timeZoneCity({ locale, timeZone: zone });
  return (
    <div className="mb-5">
      <Alert title={t('title', { city: cityOf(there) })}>
        <ActionForm form={form} className="mt-2 flex flex-wrap gap-2">
          {choices.map(({ zone, words }) => (
            <SubmitButton key={zone} name="timeZone" value={zone} size="sm" variant="secondary">
              {t(words, { city: cityOf(zone) })}
            </SubmitButton>
          ))}
        </ActionForm>
      </Alert>
    </div>
  );
}
