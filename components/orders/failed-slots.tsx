'use client';

import { mentorPath } from '@/domain/mentors';
import { useLocale, useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { readChoice, reviewAddress, slotCode } from '@/components/slots/booking-address';
import { useTimeText } from '@/components/slots/use-time-text';
import { Button } from '@/components/ui/button';
import { pillClass } from '@/components/ui/choice-group';
import { useRouter } from '@/i18n/router';
import { localizedPath } from '@/i18n/routing';
import { withAdded } from '@/lib/slots/rules/basket';
import type { Ordered } from '@/lib/orders/schema/order';
import { formatDayShort, formatTime } from '@/kernel/time/format';
import type { OrderProps } from './order-form';
import { useReasonText } from './use-reason-text';

/**
 * The slots that were not booked, each with its reason and the free times near it. The nearest are
 * ticked already: one press makes a new basket of them.
 */
export function FailedSlots({
  ordered,
  order: { variant, timeZone, now },
}: {
  ordered: Ordered;
  order: OrderProps;
}) {
  const t = useTranslations('batch');
  const tBooking = useTranslations('booking');
  const timeText = useTimeText({ timeZone, now, durationMinutes: variant.durationMinutes });
  const locale = useLocale();
  const router = useRouter();
  const reasonText = useReasonText(variant.mentorName);
  const failures = ordered.failures.toSorted((a, b) => a.slot - b.slot);
  const proposed = proposedFor(ordered, variant.spacingMinutes * 60_000);
  const hasAlternatives = failures.some(({ alternatives }) => alternatives.length > 0);
  const place = { locale, timeZone };

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const slots = new FormData(event.currentTarget).getAll('slots').map(String);
    const chosen = readChoice({ slots }).slots ?? [];
    event.preventDefault();
    // Without a new page from the server, so that what was written about the sessions is still there.
    if (chosen.length > 0) router.push(reviewAddress(variant, chosen));
  }

  return (
    <section aria-labelledby="not-booked" className="bg-sunken rounded-md p-4">
      <h3 id="not-booked" className="font-sans text-base font-semibold tracking-normal">
        {t('notBooked')}
      </h3>
      <form
        method="get"
        action={localizedPath(`${mentorPath(variant)}/book/several`, locale)}
        onSubmit={onSubmit}
      >
        {variant.link !== null && <input type="hidden" name="link" value={variant.link} />}
        <input type="hidden" name="variant" value={variant.variantId} />
        <ul className="divide-y">
          {failures.map(({ index, slot, reason, alternatives }) => (
            <li key={index} className="py-3">
              <s className="text-muted tabular-nums">{timeText(slot)}</s>
              <strong className="text-red block text-sm font-medium">{reasonText(reason)}</strong>
              {alternatives.length > 0 && (
                <fieldset className="mt-2">
                  <legend className="text-muted mb-1.5 text-sm">{t('instead')}</legend>
                  <div className="flex flex-wrap gap-2">
                    {alternatives.map((start) => (
                      <label key={start} className={pillClass}>
                        <input
                          type="checkbox"
                          name="slots"
                          value={slotCode(start)}
                          defaultChecked={proposed.get(index) === start}
                          className="absolute inset-0 cursor-pointer opacity-0"
                        />
                        {tBooking('dayAndTime', {
                          day: formatDayShort(start, place),
                          time: formatTime(start, place),
                        })}
                      </label>
                    ))}
                  </div>
                </fieldset>
              )}
            </li>
          ))}
        </ul>
        {hasAlternatives && (
          <Button type="submit" variant="secondary" wide>
            {t('takeThese')}
          </Button>
        )}
      </form>
    </section>
  );
}

/** For each slot the nearest of its alternatives that goes with all that is booked or proposed already. */
function proposedFor({ bookings, failures }: Ordered, spacingMs: number): Map<number, number> {
  const proposed = new Map<number, number>();
  let taken = bookings.map(({ startsAt }) => startsAt);
  for (const { index, slot, alternatives } of failures) {
    const byDistance = alternatives.toSorted((a, b) => Math.abs(a - slot) - Math.abs(b - slot));
    for (const start of byDistance) {
      const joined = withAdded(taken, [start], spacingMs);
      if (joined.length === taken.length) continue;
      taken = joined;
      proposed.set(index, start);
      break;
    }
  }
  return proposed;
}
