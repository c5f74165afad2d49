import type { Day } from '@/kernel/time/calendar';
import { timeZoneCity } from '@/kernel/time/format';
import { instantOfWallClock, wallClockAt } from '@/kernel/time/wall-clock';

const hourMs = 3_600_000;

/**
 * How a second zone's clocks stand to a calendar's on some days. Where they stand alike through all of
 * them, one time beside each hour says it; in a week in which one of the two changes, each day does.
 */
export function secondClock(
  days: readonly Day[],
  { timeZone, secondZone, locale }: { timeZone: string; secondZone: string; locale: string },
) {
  /** Of a wall clock reading of the calendar's zone, epoch milliseconds as everywhere. */
  const ahead = (wall: number) =>
    wallClockAt(instantOfWallClock(wall, timeZone), secondZone) - wall;
  const differences = new Set(
    days.flatMap((day) => [0, 6, 12, 18, 24].map((hour) => ahead(Date.parse(day) + hour * hourMs))),
  );
  return {
    isSame: differences.size === 1,
    /** The second zone's time at an hour of a day. */
    at: (wall: Date) => clock(wall.getTime() + ahead(wall.getTime())),
    /** What noon of a day is there. */
    ofDay: (date: Date) => {
      const noon = Math.floor(date.getTime() / (24 * hourMs)) * 24 * hourMs + 12 * hourMs;
      return {
        city: timeZoneCity({ locale, timeZone: secondZone }),
        here: clock(noon),
        there: clock(noon + ahead(noon)),
      };
    },
  };
}

function clock(wall: number): string {
  return new Date(wall).toISOString().slice(11, 16);
}
