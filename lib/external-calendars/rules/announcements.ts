import type { UnknownZone } from '@/domain/external-calendars';

/** Hours for which a calendar fails before its mentor hears of it: most servers are back by then. */
const longHours = 24;
/** Zones of one calendar that its mentor is notified of, ever: a file may name a new one at each reading. */
const mostAnnounced = 20;

/** Whether a calendar has failed for so long that its mentor is to hear of it. Epoch milliseconds. */
export function failsForLong(failingSince: number, { now }: { now: number }): boolean {
  return now - failingSince >= longHours * 3_600_000;
}

/** Of the zones that nobody knows, those that the mentor has not been notified of; and all that they then have. */
export function zonesToAnnounce(
  unknown: readonly UnknownZone[],
  announced: readonly string[],
): { fresh: UnknownZone[]; announcedZones: string[] } {
  const fresh = unknown
    .filter(({ name }) => !announced.includes(name))
    .slice(0, Math.max(mostAnnounced - announced.length, 0));
  return { fresh, announcedZones: [...announced, ...fresh.map(({ name }) => name)] };
}
