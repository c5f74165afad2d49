'use client';

import { useLocale, useTranslations } from 'next-intl';
import { slotText } from '@/components/slots/booking-address';
import type { BookableVariant } from '@/components/slots/panel-data';
import { Checkbox } from '@/components/ui/checkbox';
import { pillClass } from '@/components/ui/choice-group';
import { CloseIcon } from '@/components/ui/icons';
import { nearInBasket } from '@/lib/slots/rules/basket';
import { formatDayShort, formatTime } from '@/kernel/time/format';
import { useReasonText } from './use-reason-text';
import type { SessionRow } from './use-session-rows';
import { useTimeText } from '@/components/slots/use-time-text';

/**
 * The sessions as boxes: whoever wants one no more unticks it, and what has gone can be replaced by a
 * free time near it. All of them are fields of the form, so that one press sends what is ticked.
 */
export function SessionChoices({
  rows,
  ticked,
  variant,
  timeZone,
  now,
}: {
  rows: SessionRow[];
  ticked: readonly number[];
  variant: BookableVariant;
  timeZone: string;
  now: number;
}) {
  const t = useTranslations('batch');
  const timeText = useTimeText({ timeZone, now, durationMinutes: variant.durationMinutes });
  const reasonText = useReasonText(variant.mentorName);
  return (
    <ul className="mt-2 divide-y">
      {rows.map((row) => (
        <li key={row.start}>
          {row.isGone ? (
            <GoneSession {...{ row, ticked, variant, timeZone, timeText, reasonText }} />
          ) : (
            <Checkbox
              name="startsAt"
              value={slotText(row.start)}
              defaultChecked={row.isTicked}
              label={<span className="tabular-nums">{timeText(row.start)}</span>}
              description={row.reason === null ? undefined : reasonText(row.reason)}
            />
          )}
        </li>
      ))}
      {rows.length > 1 && <li className="text-muted pt-2 text-sm">{t('sessionsHint')}</li>}
    </ul>
  );
}

function GoneSession({
  row,
  ticked,
  variant,
  timeZone,
  timeText,
  reasonText,
}: {
  row: SessionRow;
  ticked: readonly number[];
  variant: BookableVariant;
  timeZone: string;
  timeText: (start: number) => string;
  reasonText: (reason: NonNullable<SessionRow['reason']>) => string;
}) {
  const t = useTranslations('batch');
  const tBooking = useTranslations('booking');
  const locale = useLocale();
  const place = { locale, timeZone };
  const spacingMs = variant.spacingMinutes * 60_000;
  return (
    <div className="flex items-start gap-3 py-2.5">
      <CloseIcon className="text-red mt-0.5 size-5 shrink-0" />
      <div className="min-w-0">
        <s className="text-muted tabular-nums">{timeText(row.start)}</s>
        {row.reason !== null && (
          <strong className="text-red block text-sm font-medium">{reasonText(row.reason)}</strong>
        )}
        {row.alternatives.length > 0 && (
          <fieldset className="mt-2">
            <legend className="text-muted mb-1.5 text-sm">{t('instead')}</legend>
            <div className="flex flex-wrap gap-2">
              {row.alternatives.map((start) => (
                <label key={start} className={pillClass}>
                  <input
                    type="checkbox"
                    name="startsAt"
                    value={slotText(start)}
                    disabled={
                      !ticked.includes(start) && nearInBasket(ticked, start, spacingMs) !== null
                    }
                    className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-not-allowed"
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
      </div>
    </div>
  );
}
