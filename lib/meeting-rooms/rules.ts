import { openMinutes } from '@/domain/bookings';
import { lingerMinutes, type RoomView } from './schema';

const minute = 60_000;
/** Minutes after which Whereby is asked again for a session at the latest. */
const longestMinutes = 60;
/** A pause that Whereby asks for is obeyed up to so many seconds. */
const longestPauseSeconds = 3600;

/** Seconds until Whereby is asked again for a session, after so many failures in a row. */
export function secondsUntilRetry({
  failures,
  pauseSeconds,
}: {
  failures: number;
  /** What its answer asked for. */
  pauseSeconds: number | null;
}): number {
  const minutes = Math.min(2 ** (failures - 1), longestMinutes);
  return Math.max(minutes * 60, Math.min(pauseSeconds ?? 0, longestPauseSeconds));
}

/** What is known of the places where a session can meet by video. */
export interface RoomFacts {
  /** Epoch milliseconds, as all instants here. */
  startsAt: number;
  endsAt: number;
  /** The mentor's own link for all their sessions; empty where they have none. */
  fixedUrl: string;
  /** Null while no room has been made. */
  room: {
    url: string;
    /** Empty where the room has no such link. */
    hostUrl: string;
    /** Until when the room lasts; null: for good. */
    lastsUntil: number | null;
  } | null;
}

/**
 * What one of the two parties of a confirmed session sees at `now`: the address from ten minutes
 * before the start, and never earlier.
 */
export function roomFor(
  { startsAt, endsAt, fixedUrl, room }: RoomFacts,
  { as, now }: { as: 'mentee' | 'mentor'; now: number },
): RoomView {
  if (now >= endsAt + lingerMinutes * minute) return { state: 'none' };
  if (now < startsAt - openMinutes * minute) return { state: 'closed' };
  if (isLink(fixedUrl)) return { state: 'open', url: fixedUrl };
  // A session that was moved has outlived its room; another one is on its way.
  const isUsable = room !== null && (room.lastsUntil === null || room.lastsUntil >= endsAt);
  if (!isUsable) return { state: now < endsAt ? 'preparing' : 'none' };
  return { state: 'open', url: as === 'mentor' && room.hostUrl !== '' ? room.hostUrl : room.url };
}

/** Whether a link is one that a browser may be sent to. */
function isLink(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
