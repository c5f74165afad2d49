import type { Interval, Schedule, ScheduledSession } from '@/domain/schedules';
import { meets, type WindowsAt, windowsAt } from '@/lib/scheduling';
import { localDay } from '@/kernel/time/format';
import type { Obstacle, ReasonAgainst } from '../schema/availability';
import type { Offer } from '@/lib/slots/schema/schedule';
import { buffersOf, sessionToJoin, slotInput, withBuffers } from '@/lib/slots/rules/free-slots';
import { closedByCaps, horizonEnd } from '@/lib/slots/rules/limits';

const minuteMs = 60_000;

/**
 * Every reason why `offer` is not free at `start`; none exactly when `freeSlots` offers it, to which
 * a property test holds it. For the mentor alone: it names what has their time. `schedule` must
 * cover the slot (`listSchedules` pads it).
 */
export function reasonsAgainst(
  schedule: Schedule,
  offer: Offer,
  { start, now }: { start: number; now: number },
): ReasonAgainst[] {
  const windows = windowsAt(slotInput(schedule, offer, { now, from: start, to: start }), start);
  const joined = sessionToJoin(schedule, offer, start);
  return [
    ...momentReasons(schedule, { start, now }),
    ...windowReasons(schedule, windows, start),
    // Who joins a session adds none to the day's.
    ...(joined ? seatReasons(joined, windows) : capReasons(schedule, start)),
    ...obstacleReasons(schedule, offer, { start, joined }),
  ];
}

function momentReasons(
  schedule: Schedule,
  { start, now }: { start: number; now: number },
): ReasonAgainst[] {
  if (start <= now) return [{ kind: 'past' }];
  const from = now + schedule.minimumNoticeMinutes * minuteMs;
  if (start < from) return [{ kind: 'notice', from }];
  const until = horizonEnd(schedule, now);
  return start >= until ? [{ kind: 'horizon', until }] : [];
}

function windowReasons(
  { overrides, timeZone }: Schedule,
  { closedFrom, capacity }: WindowsAt,
  start: number,
): ReasonAgainst[] {
  const reasons: ReasonAgainst[] = [];
  if (closedFrom !== null) {
    const date = localDay(closedFrom, timeZone);
    const override = overrides.find((candidate) => candidate.date === date);
    if (!override) reasons.push({ kind: 'outside_windows', closedFrom });
    else reasons.push({ kind: whatReplaces(override), date });
  }
  if (capacity === null && closedFrom !== start) reasons.push({ kind: 'off_grid' });
  return reasons;
}

function whatReplaces({ ranges, isClosedForAll }: Schedule['overrides'][number]) {
  if (isClosedForAll) return 'closed_for_all';
  return ranges.length === 0 ? 'closed_date' : 'other_hours';
}

function capReasons(schedule: Schedule, start: number): ReasonAgainst[] {
  return closedByCaps(schedule)
    .filter((span) => span.start <= start && start < span.end)
    .map(({ cap, most }) => ({ kind: cap, most }));
}

/** The windows may offer fewer seats than when the session was made. */
function seatReasons(joined: ScheduledSession, { capacity }: WindowsAt): ReasonAgainst[] {
  const isFull = capacity !== null && capacity <= joined.seatsTaken;
  return isFull ? [{ kind: 'full', sessionId: joined.id }] : [];
}

function obstacleReasons(
  schedule: Schedule,
  offer: Offer,
  { start, joined }: { start: number; joined: ScheduledSession | null },
): ReasonAgainst[] {
  const buffers = buffersOf(schedule, offer);
  const slot = { start, end: start + offer.durationMinutes * minuteMs };
  const occupied = {
    start: slot.start - buffers.bufferBeforeMinutes * minuteMs,
    end: slot.end + buffers.bufferAfterMinutes * minuteMs,
  };
  const reasons: ReasonAgainst[] = [];
  for (const { source, ...span } of schedule.busy) {
    const obstacle = { what: source, ...span };
    if (meets(span, slot)) reasons.push({ kind: 'taken', by: obstacle });
    else if (meets(span, occupied)) reasons.push({ kind: 'buffer', of: obstacle });
  }
  for (const session of schedule.sessions) {
    if (session === joined || session.seatsTaken === 0) continue;
    if (!meets(withBuffers(session), occupied)) continue;
    reasons.push(sessionReason(session, { slot, variantId: offer.variantId }));
  }
  return reasons;
}

function sessionReason(
  session: ScheduledSession,
  { slot, variantId }: { slot: Interval; variantId: string },
): ReasonAgainst {
  const { id: sessionId, start, end, capacity } = session;
  const isThisGroup = capacity > 1 && session.variantId === variantId;
  if (isThisGroup && start === slot.start && end === slot.end) return { kind: 'full', sessionId };
  const what = session.isHold ? 'hold' : 'booking';
  const obstacle: Obstacle = { what, sessionId, start, end };
  return meets(session, slot) ? { kind: 'taken', by: obstacle } : { kind: 'buffer', of: obstacle };
}
