import { useLocale, useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { WeekdayHeader } from '@/components/slots/weekday-header';
import { Link } from '@/i18n/navigation';
import { calendarPath, daysShown } from '@/lib/bookings/rules/calendar-days';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';
import { type Day, monthOf, noonOf, weeksOf } from '@/kernel/time/calendar';
import { formatDay } from '@/kernel/time/format';
import { type DayEntry, entriesByDay } from './day-entries';
import { EntryLines } from './entry-lines';

/** More than these would not fit under a day's number. */
const mostDots = 3;

/** A month with a dot for what stands on each day, and under it what stands on the chosen one. */
export function MonthDots({
  data,
  day: chosen,
  today,
  onOpen,
  onDay,
}: {
  data: CalendarData;
  day: Day;
  today: Day;
  onOpen: ((id: string) => void) | undefined;
  onDay: (day: Day) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const byDay = entriesByDay(data, daysShown('month', chosen, { isNarrow: true }));
  const nameOf = (day: Day) => formatDay(noonOf(day), { locale, timeZone: 'UTC' });
  return (
    <div>
      <table className="week-wide table-fixed text-center tabular-nums">
        <WeekdayHeader />
        <tbody>
          {weeksOf(monthOf(chosen)).map((week) => (
            <tr key={week.find((cell) => cell !== null)}>
              {week.map((day, place) =>
                day === null ? (
                  // An empty place has no date to be its key.
                  <td key={`empty ${String(place)}`} />
                ) : (
                  <td key={day}>
                    <DayLink
                      day={day}
                      label={t('dayWith', {
                        day: nameOf(day),
                        count: standing(byDay.get(day)).length,
                      })}
                      entries={standing(byDay.get(day))}
                      isChosen={day === chosen}
                      isToday={day === today}
                      onDay={onOpen && onDay}
                    />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <h3
        aria-live="polite"
        className="mt-3 flex min-h-11 items-center border-t pt-2 font-sans text-base font-semibold tracking-normal first-letter:uppercase"
      >
        {nameOf(chosen)}
      </h3>
      <EntryLines day={chosen} entries={byDay.get(chosen) ?? []} data={data} onOpen={onOpen} />
    </div>
  );
}

/** A day that is open and nothing else has no dot. */
function standing(entries: readonly DayEntry[] = []): DayEntry[] {
  return entries.filter(({ mark }) => mark !== 'free');
}

function DayLink({
  day,
  label,
  entries,
  isChosen,
  isToday,
  onDay,
}: {
  day: Day;
  label: string;
  entries: readonly DayEntry[];
  isChosen: boolean;
  isToday: boolean;
  onDay: ((day: Day) => void) | undefined;
}) {
  function onClick(event: MouseEvent) {
    if (!onDay || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onDay(day);
  }
  return (
    <Link
      href={calendarPath({ view: 'month', day })}
      prefetch={false}
      replace
      scroll={false}
      aria-label={label}
      aria-current={isChosen ? 'true' : isToday ? 'date' : undefined}
      onClick={onClick}
      className={`reacts hover:bg-sunken mx-auto flex min-h-12 w-full max-w-14 flex-col items-center justify-center rounded-md border ${isChosen ? 'border-green bg-green-soft' : 'border-transparent'} ${isToday ? 'font-semibold underline' : ''}`}
    >
      {Number(day.slice(8))}
      <span aria-hidden="true" className="flex h-2 gap-0.5">
        {entries.slice(0, mostDots).map(({ id, mark }) => (
          <span key={id} className={`dot dot-${mark} size-2`} />
        ))}
      </span>
    </Link>
  );
}
