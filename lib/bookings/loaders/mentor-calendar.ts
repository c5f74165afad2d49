import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { asViewer, type ViewerExecutor } from '@/db/viewer';
import { getMentorTimeZone, readCalendar } from '@/db/queries/mentor-calendar';
import { getViewer } from '@/lib/auth/session';
import { openIntervals } from '@/lib/slots/rules/open-intervals';
import type { Day } from '@/kernel/time/calendar';
import { type CalendarView, type Days, daysAround, daysShown } from '../rules/calendar-days';
import { calendarSessions } from '../rules/calendar-sessions';
import type { CalendarData } from '../schema/mentor-calendar';

type Loaded =
  | { status: 'signed_out' }
  | { status: 'not_a_mentor' }
  | { status: 'found'; calendar: CalendarData };

/** What stands in the viewer's own calendar on some days of their zone. */
export async function loadMentorCalendar(days: Days): Promise<Loaded> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  if (!viewer.isMentor) return { status: 'not_a_mentor' };
  return asViewer(viewer, async (tx) => {
    const timeZone = await getMentorTimeZone(tx, { mentorId: viewer.id });
    if (timeZone === null) return { status: 'not_a_mentor' };
    return readDays(tx, days, { userId: viewer.id, timeZone });
  });
}

/**
 * The days of the viewer's calendar that `view` shows at `day`, with as many on either side so that
 * turning the page shows something at once. `day` null: today.
 */
export async function loadCalendarView({ view, day }: { view: CalendarView; day: Day | null }) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  if (!viewer.isMentor) return { status: 'not_a_mentor' } as const;
  return asViewer(viewer, async (tx) => {
    const timeZone = await getMentorTimeZone(tx, { mentorId: viewer.id });
    if (timeZone === null) return { status: 'not_a_mentor' } as const;
    const today = Temporal.Now.plainDateISO(timeZone).toString();
    const shown = daysShown(view, day ?? today, { isNarrow: false });
    const loaded = await readDays(tx, daysAround(shown), { userId: viewer.id, timeZone });
    if (loaded.status !== 'found') return loaded;
    return {
      ...loaded,
      today,
      now: Temporal.Now.instant().epochMilliseconds,
    };
  });
}

async function readDays(
  executor: ViewerExecutor,
  days: Days,
  { userId, timeZone }: { userId: string; timeZone: string },
): Promise<Loaded> {
  const now = Temporal.Now.instant();
  const startOf = (day: Day) => Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant();
  const period = { start: startOf(days.from), end: startOf(days.to) };
  const range = { from: period.start.epochMilliseconds, to: period.end.epochMilliseconds };
  const read = await readCalendar(executor, { userId, period, now });
  if (!read) return { status: 'not_a_mentor' };
  const { seats, timeOff, variants, schedule } = read;
  const rows = seats.map(({ period: { start, end }, ...seat }) => ({
    ...seat,
    startsAt: start.epochMilliseconds,
    endsAt: end.epochMilliseconds,
  }));
  // Nobody can book the past: what was open then is of no use any more.
  const open = openIntervals(schedule, {
    from: Math.min(Math.max(range.from, now.epochMilliseconds), range.to),
    to: range.to,
  });
  return {
    status: 'found',
    calendar: {
      days,
      ...range,
      timeZone: schedule.timeZone,
      sessions: calendarSessions(rows, { now: now.epochMilliseconds }),
      timeOff: timeOff.map(({ id, note, period: { start, end } }) => ({
        id,
        note,
        startsAt: start.epochMilliseconds,
        endsAt: end.epochMilliseconds,
      })),
      imported: schedule.busy
        .filter(
          ({ source, start, end }) => source === 'imported' && start < range.to && range.from < end,
        )
        .map(({ start, end, title }) => ({
          startsAt: start,
          endsAt: end,
          title: title ?? '',
        })),
      open: open.map(({ start, end }) => ({ startsAt: start, endsAt: end })),
      schedule,
      offers: variants.map((variant) => ({
        variantId: variant.variantId,
        title: variant.title,
        durationMinutes: variant.durationMinutes,
        capacity: variant.capacity,
        bufferBeforeMinutes: variant.bufferBeforeMinutes,
        bufferAfterMinutes: variant.bufferAfterMinutes,
      })),
    },
  };
}
