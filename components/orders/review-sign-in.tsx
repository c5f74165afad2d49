'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { BookableVariant } from '@/components/slots/panel-data';
import { ButtonLink } from '@/components/ui/button-link';
import type { CheckedTime } from '@/lib/slots/schema/series';
import { timeZoneName } from '@/kernel/time/format';
import { useReasonText } from './use-reason-text';
import { useTimeText } from '@/components/slots/use-time-text';

/** What a visitor has chosen, and the way to sign in that comes back to it. */
export function ReviewSignIn({
  times,
  variant,
  timeZone,
  now,
  next,
  calendarHref,
}: {
  times: CheckedTime[];
  variant: BookableVariant;
  timeZone: string;
  now: number;
  /** The page's own address, without its language. */
  next: string;
  calendarHref: string;
}) {
  const t = useTranslations('batch');
  const locale = useLocale();
  const timeText = useTimeText({ timeZone, now, durationMinutes: variant.durationMinutes });
  const reasonText = useReasonText(variant.mentorName);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h2 className="text-2xl">{t('signInTitle')}</h2>
        <p className="text-muted mt-1.5">{t('signInText')}</p>
      </div>
      <ButtonLink href={`/sign-in?${new URLSearchParams({ next }).toString()}`} wide size="lg">
        {t('signIn')}
      </ButtonLink>
      <section aria-label={t('sessions')}>
        <ul className="divide-y border-t">
          {times.map(({ start, obstacle }) => (
            <li key={start} className="py-2.5 tabular-nums">
              {obstacle === null ? (
                timeText(start)
              ) : (
                <>
                  <s className="text-muted">{timeText(start)}</s>
                  <span className="text-red block text-sm">{reasonText(obstacle)}</span>
                </>
              )}
            </li>
          ))}
        </ul>
        <p className="text-muted flex flex-wrap items-center justify-between gap-x-4 text-sm">
          {t('zone', { zone: timeZoneName(times[0]?.start ?? now, { locale, timeZone }) })}
          <a href={calendarHref} className="text-link inline-flex min-h-11 items-center">
            {t('changeTimes')}
          </a>
        </p>
      </section>
    </div>
  );
}
