'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { noOther, RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button-style';
import { Card } from '@/components/ui/card';
import { CopyLink } from '@/components/ui/copy-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { calendarFeedAction } from '@/lib/calendar-files/actions';
import { subscribeUrls } from '@/lib/calendar-files/rules/calendar-links';
import type { FeedChange } from '@/lib/calendar-files/schema';
import { formatDateTime } from '@/kernel/time/format';

export type FeedState = Awaited<ReturnType<typeof calendarFeedAction>>;

/** The private calendar link: to make, to take along while it is new, to renew and to switch off. */
export function FeedPanel({
  madeAt,
  timeZone,
  first,
}: {
  madeAt: number | null;
  timeZone: string;
  first: FeedState;
}) {
  const t = useTranslations('calendarFeed');
  const locale = useLocale();
  const feed = useActionForm(calendarFeedAction, { first });
  const { state } = feed;
  const url = state.status === 'ok' ? state.value.url : null;
  const form = (change: FeedChange, button: ReactNode) => (
    <ActionForm form={feed} path="/settings/calendar" fields={{ change }}>
      {button}
    </ActionForm>
  );
  return (
    <div className="flex max-w-prose flex-col gap-5">
      <RefusedAlert state={state} words={noOther} />
      {state.status === 'ok' && url === null && madeAt === null && (
        <Alert tone="success" title={t('switchedOff')}>
          {t('switchedOffText')}
        </Alert>
      )}
      {madeAt === null ? (
        <Card as="section" isRaised aria-labelledby="feed">
          <h2 id="feed" className="text-xl">
            {t('noneTitle')}
          </h2>
          <p className="mt-2 mb-5">{t('noneText')}</p>
          {form('renew', <SubmitButton>{t('make')}</SubmitButton>)}
        </Card>
      ) : (
        <>
          {url !== null && <NewLink url={url} />}
          <Card as="section" aria-labelledby="feed">
            <h2 id="feed" className="text-xl">
              {t('onTitle')}
            </h2>
            <p className="mt-2">
              {t('onText', { time: formatDateTime(madeAt, { locale, timeZone }) })}
            </p>
            <p className="text-muted mt-2 mb-5">{t('renewText')}</p>
            <div className="flex flex-wrap gap-3">
              {form('renew', <SubmitButton variant="secondary">{t('renew')}</SubmitButton>)}
              {form('switch_off', <SubmitButton variant="ghost">{t('switchOff')}</SubmitButton>)}
            </div>
          </Card>
        </>
      )}
    </div>
  );
}

/** A link that was just made, with all that can be done with it: it is not shown again. */
function NewLink({ url }: { url: string }) {
  const t = useTranslations('calendarFeed');
  const { webcal, google, outlook } = subscribeUrls(url);
  const elsewhere = { target: '_blank', rel: 'noopener noreferrer' };
  return (
    <Card as="section" isRaised aria-labelledby="new-link">
      <h2 id="new-link" className="text-xl">
        {t('newTitle')}
      </h2>
      <p className="mt-2 mb-5">{t('newText')}</p>
      <CopyLink key={url} url={url} label={t('address')} />
      <div className="mt-5 flex flex-col gap-3 sm:flex-row sm:flex-wrap">
        <a href={webcal} className={buttonClass()}>
          {t('openHere')}
        </a>
        <a href={google} {...elsewhere} className={buttonClass({ variant: 'secondary' })}>
          {t('google')}
        </a>
        <a href={outlook} {...elsewhere} className={buttonClass({ variant: 'secondary' })}>
          {t('outlook')}
        </a>
      </div>
      <p className="text-muted mt-4 text-sm">{t('secret')}</p>
    </Card>
  );
}
