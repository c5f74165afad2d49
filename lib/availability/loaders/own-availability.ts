import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { asViewer, type ViewerExecutor } from '@/db/viewer';
import {
  getBookingRules,
  listOverrides,
  listSeatsOf,
  listTimeOff,
  listWeeklyWindows,
} from '@/db/queries/availability';
import { listActiveVariants } from '@/db/queries/mentor-profile';
import { listSchedules } from '@/db/queries/schedules';
import { requireMentor } from '@/lib/auth/session';
import { clocksOf } from '@/lib/scheduling';
import { addDays } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';
import { sessionsOutside } from '../rules/sessions-outside';
import { mostOutside, previewLength } from '@/lib/availability/constants';
import { takenOn } from '../rules/taken-times';
import {
  type AvailabilityView,
  longestReach,
  type OutsideView,
  type SessionNames,
} from '../schema/availability';

/** The viewer's own availability. Who does not mentor is led to where that begins. */
export async function loadOwnAvailability({ path }: { path: string }): Promise<AvailabilityView> {
  const viewer = await requireMentor({ next: path });
  const { id: mentorId } = viewer;
  const now = Temporal.Now.instant();
  const { rules, windows, overrides, timeOff, variants, schedule, found, seats } = await asViewer(
    viewer,
    (tx) => readOwn(tx, { mentorId, now }),
  );
  const today = localDay(now.epochMilliseconds, rules.timeZone);
  const days = { from: today, to: addDays(today, 2 * previewLength) };
  const { busy: _busy, sessions: _sessions, ...bare } = schedule;
  const taken = takenOn(schedule, days);
  const outside = outsideOf(found, seats);
  return {
    now: now.epochMilliseconds,
    rules,
    windows: windows.map(({ id: _id, ...window }) => window),
    overrides,
    timeOff: timeOff.map(({ id, period, note }) => ({ id, note, ...inMilliseconds(period) })),
    offers: variants.map((variant) => ({
      variantId: variant.variantId,
      title: variant.title,
      durationMinutes: variant.durationMinutes,
      capacity: variant.capacity,
      bufferBeforeMinutes: variant.bufferBeforeMinutes,
      bufferAfterMinutes: variant.bufferAfterMinutes,
    })),
    schedule: bare,
    taken: { ...days, ...taken, names: namedSessions(seats, taken.sessions) },
    clocks: clocksOf([rules.timeZone, ...windows.flatMap(({ timeZone }) => timeZone ?? [])], {
      from: now.epochMilliseconds,
      to: now.add(longestReach).epochMilliseconds,
    }),
    outside: outside.slice(0, mostOutside),
    outsideCount: outside.length,
  };
}

async function readOwn(
  executor: ViewerExecutor,
  { mentorId, now }: { mentorId: string; now: Temporal.Instant },
) {
  const rules = await getBookingRules(executor, { mentorId });
  if (!rules) throw new Error('a mentor without rules');
  const today = localDay(now.epochMilliseconds, rules.timeZone);
  const [windows, overrides, timeOff, variants, [schedule]] = await Promise.all([
    listWeeklyWindows(executor, { mentorId }),
    listOverrides(executor, { mentorId, from: today }),
    listTimeOff(executor, { mentorId, now }),
    listActiveVariants(executor, { mentorId, to: 'mentor' }),
    listSchedules(executor, {
      mentorIds: [mentorId],
      from: now,
      to: now.add(longestReach),
      now,
      isOwn: true,
    }),
  ]);
  if (!schedule) throw new Error('a mentor without a schedule');
  const found = sessionsOutside(schedule, { now: now.epochMilliseconds });
  const sessionIds = schedule.sessions.map(({ id }) => id);
  const seats = await listSeatsOf(executor, { mentorId, sessionIds, now });
  return { rules, windows, overrides, timeOff, variants, schedule, found, seats };
}

type Seat = Awaited<ReturnType<typeof listSeatsOf>>[number];

function namedSessions(seats: Seat[], of: readonly { id: string }[]): SessionNames {
  const sessions: SessionNames = {};
  const ids = new Set(of.map(({ id }) => id));
  for (const { sessionId, bookingId, serviceTitle, menteeName } of seats) {
    if (!ids.has(sessionId)) continue;
    const session = (sessions[sessionId] ??= { bookingId, title: serviceTitle, names: [] });
    if (menteeName !== null) session.names.push(menteeName);
  }
  return sessions;
}

function outsideOf(found: ReturnType<typeof sessionsOutside>, seats: Seat[]): OutsideView[] {
  const reasonsOf = new Map(found.map(({ sessionId, reasons }) => [sessionId, reasons]));
  return seats.flatMap(({ sessionId, period, bookingId, reference, menteeName, serviceTitle }) => {
    const reasons = reasonsOf.get(sessionId);
    const shown = { bookingId, reference, menteeName, serviceTitle, ...inMilliseconds(period) };
    return reasons ? [{ ...shown, reasons }] : [];
  });
}

function inMilliseconds({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }) {
  return { start: start.epochMilliseconds, end: end.epochMilliseconds };
}
