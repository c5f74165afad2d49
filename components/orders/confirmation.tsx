'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import { CheckIcon, ClockIcon } from '@/components/ui/icons';
import type { OrderedBooking } from '@/lib/orders/schema/order';
import { formatDay, formatRange, timeZoneName } from '@/kernel/time/format';
import type { BookableVariant } from '@/components/slots/panel-data';

/** Step three: what is booked, its reference, and what happens next. */
export function Confirmation({
  booked,
  variant,
  timeZone,
  isVisitor,
  keepsMails,
  onDone,
}: {
  booked: OrderedBooking;
  variant: BookableVariant;
  timeZone: string;
  isVisitor: boolean;
  /** Mails stay in the mailbox page, as while developing. */
  keepsMails: boolean;
  onDone?: () => void;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);

  const place = { locale, timeZone };
  const start = booked.startsAt;
  const isDone = booked.status === 'confirmed';
  const Icon = isDone ? CheckIcon : ClockIcon;
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
            {t(`done.${booked.status}.title`, { name: variant.mentorName })}
          </h2>
          <p className="mt-1.5">{t(`done.${booked.status}.text`, { name: variant.mentorName })}</p>
        </div>
      </div>
      <dl className="bg-sunken grid gap-3 rounded-md px-4 py-3 sm:grid-cols-2">
        <div>
          <dt className="text-muted text-sm">{t('when')}</dt>
          <dd className="font-semibold">
            <span className="block first-letter:uppercase">{formatDay(start, place)}</span>
            {formatRange(start, start + variant.durationMinutes * 60_000, place)}
            <span className="text-muted block text-sm font-normal">
              {timeZoneName(start, place)}
            </span>
          </dd>
        </div>
        <div>
          <dt className="text-muted text-sm">{t('reference')}</dt>
          <dd className="font-mono font-semibold">{booked.reference}</dd>
          <dd className="text-muted text-sm">
            {t('with', { name: variant.mentorName, service: variant.serviceTitle })}
          </dd>
        </div>
      </dl>
      {keepsMails && isVisitor && <p className="text-muted text-sm">{t('keptMails')}</p>}
      <div className="flex flex-wrap gap-3">
        {isVisitor && keepsMails && <ButtonLink href="/dev/mailbox">{t('openMailbox')}</ButtonLink>}
        {!isVisitor && (
          <ButtonLink href={`/bookings/${booked.bookingId}`} prefetch={false}>
            {t('seeBooking')}
          </ButtonLink>
        )}
        {!isVisitor && (
          <a
            href={`/api/bookings/${booked.bookingId}/calendar`}
            download
            className={buttonClass({ variant: 'secondary' })}
          >
            {t('addToCalendar')}
          </a>
        )}
        {onDone ? (
          <Button variant="secondary" onClick={onDone}>
            {t('close')}
          </Button>
        ) : (
          <ButtonLink href={`/mentors/${variant.slug}`} variant="secondary">
            {t('backToMentor', { name: variant.mentorName })}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
