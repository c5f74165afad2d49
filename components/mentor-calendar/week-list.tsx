import { useLocale, useTranslations } from 'next-intl';
import { StatusBadge } from '@/components/bookings/status-badge';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/i18n/navigation';
import type {
  CalendarData,
  CalendarSession,
  CalendarSpan,
} from '@/lib/bookings/schema/mentor-calendar';
import { addDays, noonOf } from '@/kernel/time/calendar';
import { formatDay, formatRange, localDay } from '@/kernel/time/format';
import { EntryMark } from './entry-mark';

type Entry = { key: string; start: number; end: number } & (
  | { kind: 'session'; session: CalendarSession }
  | { kind: 'off' | 'imported'; note: string }
  | { kind: 'free' }
);

/** The week as plain lists: what stands in the calendar's place until it has loaded, or without scripts. */
export function WeekList({
  calendar,
  monday,
  week,
}: {
  calendar: CalendarData;
  monday: string;
  week: { from: number; to: number };
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const entries = entriesOf(calendar, week);
  const days = [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(monday, count));
  const dayName = (day: string) => formatDay(noonOf(day), { locale, timeZone: 'UTC' });
  return (
    <section>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">{t('weekOf', { day: dayName(monday) })}</h2>
        <nav aria-label={t('view')} className="flex flex-wrap gap-2">
          <WeekLink to={addDays(monday, -7)}>{t('previousWeek')}</WeekLink>
          <WeekLink to={null}>{t('thisWeek')}</WeekLink>
          <WeekLink to={addDays(monday, 7)}>{t('nextWeek')}</WeekLink>
        </nav>
      </div>
      {days.map((day) => {
        const ofDay = entries.filter(({ start }) => localDay(start, calendar.timeZone) === day);
        return (
          <section key={day} className="mt-6">
            <h3 className="border-b pb-2 text-lg">{dayName(day)}</h3>
            {ofDay.length === 0 && <p className="text-muted py-3">{t('nothing')}</p>}
            <ul>
              {ofDay.map((entry) => (
                <li key={entry.key} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                  <span className="tabular-nums">
                    {formatRange(entry.start, entry.end, { locale, timeZone: calendar.timeZone })}
                  </span>
                  <EntryLine entry={entry} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function WeekLink({ to, children }: { to: string | null; children: string }) {
  const href = to === null ? '/mentor/calendar' : `/mentor/calendar?week=${to}`;
  return (
    <ButtonLink href={href} variant="secondary" size="sm" prefetch={false}>
      {children}
    </ButtonLink>
  );
}

function EntryLine({ entry }: { entry: Entry }) {
  const t = useTranslations('mentorCalendar');
  if (entry.kind !== 'session') {
    return (
      <span className="text-muted inline-flex items-center gap-2">
        <EntryMark mark={entry.kind} />
        {entry.kind === 'free'
          ? t('free')
          : [t(entry.kind === 'off' ? 'timeOff' : 'imported'), entry.note]
              .filter(Boolean)
              .join(' · ')}
      </span>
    );
  }
  return (
    <ul className="flex flex-col gap-2">
      {entry.session.seats.map((seat) => (
        <li key={seat.bookingId} className="flex flex-wrap items-center gap-2">
          <Link href={`/bookings/${seat.bookingId}`} prefetch={false} className="text-link py-2">
            {t('withOne', {
              service: entry.session.serviceTitle,
              name: entry.session.isGiven ? (seat.menteeName ?? t('someone')) : t('attending'),
            })}
          </Link>
          <StatusBadge status={seat.status} />
        </li>
      ))}
    </ul>
  );
}

/** What begins in the week, or reaches into it, in order; cut to the week. */
function entriesOf(calendar: CalendarData, { from, to }: { from: number; to: number }): Entry[] {
  const spanOf = ({ startsAt, endsAt }: CalendarSpan) => ({
    start: Math.max(startsAt, from),
    end: Math.min(endsAt, to),
  });
  const entries: Entry[] = [
    ...calendar.sessions.map((session) => ({
      kind: 'session' as const,
      key: session.id,
      session,
      ...spanOf(session),
    })),
    ...calendar.timeOff.map((off) => ({
      kind: 'off' as const,
      key: off.id,
      note: off.note,
      ...spanOf(off),
    })),
    ...calendar.imported.map((event, place) => ({
      kind: 'imported' as const,
      key: `imported ${event.startsAt} ${place}`,
      note: event.title,
      ...spanOf(event),
    })),
    ...calendar.open.map((open) => ({
      kind: 'free' as const,
      key: `free ${open.startsAt}`,
      ...spanOf(open),
    })),
  ];
  return entries
    .filter(({ start, end }) => start < end)
    .toSorted((one, other) => one.start - other.start);
}
