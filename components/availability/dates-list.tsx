import { DASH } from '@/kernel/dash';
import { useLocale, useTranslations } from 'next-intl';
import { shownEnd } from '@/lib/availability/schema/posted-rows';
import type { AvailabilityView } from '@/lib/availability/schema/availability';
import { noonOf } from '@/kernel/time/calendar';
import { formatDay } from '@/kernel/time/format';
import { DOT } from '@/kernel/dot';
import { ChangeDates } from './change-dates';

/** The dates to come that are unlike their weekday. */
export function DatesList({ overrides }: { overrides: AvailabilityView['overrides'] }) {
  const t = useTranslations('availability');
  const locale = useLocale();
  if (overrides.length === 0) return null;
  return (
    <details className="mt-5 border-t pt-3">
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
        {t('datesSet', { count: overrides.length })}
      </summary>
      <ul className="divide-y">
        {overrides.map(({ date, ranges, note }) => {
          const day = formatDay(noonOf(date), { locale, timeZone: 'UTC' }, { withYear: true });
          const hours = ranges.map(({ start, end }) => start + DASH + shownEnd(end)).join(', ');
          return (
            <li key={date} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
              <span>
                <span className="font-medium first-letter:uppercase">{day}</span>{' '}
                <span className="text-muted text-sm">
                  {hours || t('closed')}
                  {note && DOT + note}
                </span>
              </span>
              <ChangeDates
                dates={[date]}
                change="usual"
                part="dates"
                label={t('backToUsualOn', { day })}
              >
                {t('backToUsual')}
              </ChangeDates>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
