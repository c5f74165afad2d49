'use client';

import { mentorPath } from '@/domain/mentors';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, type ReactNode } from 'react';
import { CalendarLink } from '@/components/bookings/calendar-link';
import { useTimeText } from '@/components/slots/use-time-text';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import { CheckIcon, WarningIcon } from '@/components/ui/everyday-icons';
import { ClockIcon } from '@/components/ui/icons';
import { TimeRange } from '@/components/ui/time-range';
import { Link } from '@/i18n/navigation';
import type { OrderedBooking } from '@/lib/orders/schema/order';
import type { Answered } from '@/lib/orders/schema/order-form';
import { formatDay, timeZoneName } from '@/kernel/time/format';
import { Held } from './held';
import type { OrderProps } from './order-form';

/** Step three: what is booked, its reference, and what happens next; `children`, what is not booked. */
export function Confirmation({
  ordered: { batchId, bookings, failures, hold },
  order,
  keepsMails = false,
  onDone,
  children,
}: {
  ordered: Answered;
  order: OrderProps;
  /** Mails stay in the mailbox page, as while developing. */
  keepsMails?: boolean;
  onDone?: () => void;
  children?: ReactNode;
}) {
  const t = useTranslations('booking');
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);

  const { variant, viewer } = order;
  const [first] = bookings;
  const count = bookings.length;
  const all = count + failures.length;
  const isVisitor = viewer === null;
  const status = bookings.find((booking) => booking.status !== 'confirmed')?.status ?? 'confirmed';
  const isWhole = failures.length === 0;
  const isDone = isWhole && status === 'confirmed';
  const Icon = !isWhole ? WarningIcon : isDone ? CheckIcon : ClockIcon;
  const words = { name: variant.mentorName, count, all };
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-start gap-4">
        <span
          className={`grid size-12 shrink-0 place-items-center rounded-full ${isDone ? 'bg-green-soft text-green' : 'bg-gold-soft text-gold-ink'}`}
        >
          <Icon className="size-6" />
        </span>
        <div>
          <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
            {isWhole || status === 'held'
              ? t(`done.${status}.title`, words)
              : t(`done.${status}.some`, words)}
          </h2>
          <p className="mt-1.5">{t(`done.${status}.text`, words)}</p>
        </div>
      </div>
      {all === 1 ? (
        <BookedOne booking={first} order={order} />
      ) : (
        <BookedSeveral bookings={bookings} order={order} />
      )}
      {hold && first.status === 'held' && <Held {...{ hold, order }} booking={first} />}
      {!isWhole && children}
      {keepsMails && isVisitor && <p className="text-muted text-sm">{t('keptMails')}</p>}
      <div className="flex flex-wrap gap-3">
        {isVisitor && keepsMails && <ButtonLink href="/dev/mailbox">{t('openMailbox')}</ButtonLink>}
        {!isVisitor && batchId !== null && count > 1 && (
          <>
            <ButtonLink href={`/bookings/batches/${batchId}`} prefetch={false}>
              {t('seeBookings')}
            </ButtonLink>
            <CalendarLink batchId={batchId} />
          </>
        )}
        {!isVisitor && count === 1 && (
          <>
            <ButtonLink href={`/bookings/${first.bookingId}`} prefetch={false}>
              {t('seeBooking')}
            </ButtonLink>
            <a
              href={`/api/bookings/${first.bookingId}/calendar`}
              download
              className={buttonClass({ variant: 'secondary' })}
            >
              {t('addToCalendar')}
            </a>
          </>
        )}
        {onDone ? (
          <Button variant="secondary" onClick={onDone}>
            {t('close')}
          </Button>
        ) : (
          <ButtonLink href={mentorPath(variant)} variant="secondary">
            {t('backToMentor', { name: variant.mentorName })}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

function BookedOne({
  booking: { startsAt, reference },
  order: { variant, timeZone },
}: {
  booking: OrderedBooking;
  order: OrderProps;
}) {
  const t = useTranslations('booking');
  const place = { locale: useLocale(), timeZone };
  return (
    <dl className="bg-sunken grid gap-3 rounded-md px-4 py-3 sm:grid-cols-2">
      <div>
        <dt className="text-muted text-sm">{t('when')}</dt>
        <dd className="font-semibold">
          <span className="block first-letter:uppercase">{formatDay(startsAt, place)}</span>
          <TimeRange
            start={startsAt}
            end={startsAt + variant.durationMinutes * 60_000}
            place={place}
          />
          <span className="text-muted block text-sm font-normal">
            {timeZoneName(startsAt, place)}
          </span>
        </dd>
      </div>
      <div>
        <dt className="text-muted text-sm">{t('reference')}</dt>
        <dd className="font-mono font-semibold">{reference}</dd>
        <dd className="text-muted text-sm">
          {t('with', { name: variant.mentorName, service: variant.serviceTitle })}
        </dd>
      </div>
    </dl>
  );
}

function BookedSeveral({
  bookings,
  order: { variant, timeZone, now },
}: {
  bookings: OrderedBooking[];
  order: OrderProps;
}) {
  const t = useTranslations('batch');
  const timeText = useTimeText({ timeZone, now, durationMinutes: variant.durationMinutes });
  const isAsked = bookings.some(({ status }) => status === 'pending');
  return (
    <section aria-labelledby="booked">
      <h3 id="booked" className="font-sans text-base font-semibold tracking-normal">
        {t(isAsked ? 'asked' : 'booked')}
      </h3>
      <ul className="mt-1 divide-y">
        {bookings
          .toSorted((a, b) => a.startsAt - b.startsAt)
          .map(({ bookingId, reference, startsAt }) => (
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
  );
}
