import { useLocale, useTranslations } from 'next-intl';
import { eachDay, type Days } from '@/lib/bookings/rules/calendar-days';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';
import { type Day, noonOf } from '@/kernel/time/calendar';
import { formatDay } from '@/kernel/time/format';
import { entriesByDay } from './day-entries';
import { EntryLines } from './entry-lines';

/** Days with what stands on each, as plain lists, drawn by the server. */
export function DayList({
  data,
  days,
  today,
  onOpen,
}: {
  data: CalendarData;
  days: Days;
  today: Day;
  /** Null until scripts run: entries are links then. */
  onOpen: ((id: string) => void) | undefined;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const byDay = entriesByDay(data, days);
  return (
    <div className="divide-y border-y">
      {eachDay(days).map((day) => (
        <section key={day} className="py-2 md:grid md:grid-cols-[13rem_1fr] md:gap-x-4">
          <h3 className="flex min-h-11 items-center gap-2 font-sans text-base font-semibold tracking-normal first-letter:uppercase">
            {formatDay(noonOf(day), { locale, timeZone: 'UTC' })}
            {day === today && (
              <span className="bg-gold-soft text-gold-ink shrink-0 rounded-sm px-2 text-xs whitespace-nowrap">
                {t('today')}
              </span>
            )}
          </h3>
          <EntryLines day={day} entries={byDay.get(day) ?? []} data={data} onOpen={onOpen} />
        </section>
      ))}
    </div>
  );
}
