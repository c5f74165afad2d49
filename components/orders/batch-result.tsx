'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { BookableVariant } from '@/components/slots/panel-data';
import { ButtonLink } from '@/components/ui/button-link';
import { CheckIcon, ClockIcon, WarningIcon } from '@/components/ui/icons';
import { Link } from '@/i18n/navigation';
import type { Ordered } from '@/lib/orders/schema/order';
import { CalendarLink } from '@/components/bookings/calendar-link';
import { FailedSlots } from './failed-slots';
import { useTimeText } from '@/components/slots/use-time-text';

/** What has come of it, slot for slot, and what can still be done about those that were refused. */
export function BatchResult({
  booked,
  variant,
  timeZone,
  now,
}: {
  booked: Ordered;
  variant: BookableVariant;
  timeZone: string;
  now: number;
}) {
  const t = useTranslations('batch');
  const timeText = useTimeText({ timeZone, now, durationMinutes: variant.durationMinutes });
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);

  const { batchId, failures } = booked;
  const bookings = booked.bookings.toSorted((a, b) => a.startsAt - b.startsAt);
  const count = bookings.length;
  const name = variant.mentorName;
  const isAsked = bookings.some(({ status }) => status === 'pending');
  const isWhole = failures.length === 0;
  const all = count + failures.length;
  const Icon = !isWhole ? WarningIcon : isAsked ? ClockIcon : CheckIcon;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex items-start gap-4">
        <span
          className={`grid size-12 shrink-0 place-items-center rounded-full ${isWhole && !isAsked ? 'bg-green-soft text-green' : 'bg-gold-soft text-gold-ink'}`}
        >
          <Icon className="size-6" />
        </span>
        <div>
          <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
            {isAsked
              ? t(isWhole ? 'askedAll' : 'askedSome', { count, all, name })
              : t(isWhole ? 'doneAll' : 'doneSome', { count, all })}
          </h2>
          <p className="mt-1.5">{t(isAsked ? 'askedText' : 'doneText', { name })}</p>
        </div>
      </div>
      <section aria-labelledby="booked">
        <h3 id="booked" className="font-sans text-base font-semibold tracking-normal">
          {t(isAsked ? 'asked' : 'booked')}
        </h3>
        <ul className="mt-1 divide-y">
          {bookings.map(({ bookingId, reference, startsAt }) => (
            <li key={bookingId} className="flex flex-wrap items-center justify-between gap-x-4">
              <Link
                href={`/bookings/${bookingId}`}
                prefetch={false}
                className="text-link inline-flex min-h-11 items-center tabular-nums"
              >
                {timeText(startsAt)}
              </Link>
              <span className="text-muted font-mono text-sm">{reference}</span>
            </li>
          ))}
        </ul>
      </section>
      {!isWhole && <FailedSlots {...{ booked, variant, timeZone, timeText }} />}
      <div className="flex flex-wrap gap-3">
        {batchId === null || count === 1 ? (
          <ButtonLink href={`/bookings/${booked.bookings[0].bookingId}`} prefetch={false}>
            {t('seeBooking')}
          </ButtonLink>
        ) : (
          <>
            <ButtonLink href={`/bookings/batches/${batchId}`} prefetch={false}>
              {t('seeAll')}
            </ButtonLink>
            <CalendarLink batchId={batchId} />
          </>
        )}
        <ButtonLink href={`/mentors/${variant.slug}`} variant="secondary">
          {t('backToMentor', { name })}
        </ButtonLink>
      </div>
    </div>
  );
}
