/*
 * Machines disagree about clocks: a browser may have heard of a country's decision that the server has
 * not, or the other way round. What can be booked is decided on the server, so a page that reckons in
 * a zone brings along how the server's clocks go there, and the browser goes by them. Where both
 * agree, which is nearly always, this changes nothing.
 */

/** From `at` on, until the next change, the clocks are `offset` ahead of UTC; both in milliseconds. */
export interface ClockChange {
  at: number;
  offset: number;
}

/** Zones whose clocks go by yearly decrees (around Ramadan), of which machines hear late: every page brings them along. */
export const decreedZones = ['Africa/Casablanca', 'Africa/El_Aaiun'] as const;
export const decreedYears = {
  from: Date.parse('2026-01-01T00:00:00Z'),
  to: Date.parse('2030-01-01T00:00:00Z'),
} as const;

/** Changes by zone, ascending. The first holds before it as well, the last after it. */
export type ServedClocks = Readonly<Record<string, readonly ClockChange[]>>;

const clocks = new Map<string, readonly ClockChange[]>();
let edition = 0;

/** From now on this program goes by these clocks. For the browser: the server has its own. */
export function serveClocks(served: ServedClocks): void {
  for (const [timeZone, changes] of Object.entries(served)) {
    if (JSON.stringify(clocks.get(timeZone)) === JSON.stringify(changes)) continue;
    clocks.set(timeZone, changes);
    edition += 1;
  }
}

/** Another number whenever clocks have changed: what was reckoned by the old ones is void. */
export function clocksEdition(): number {
  return edition;
}

/** How far ahead of UTC the served clocks of a zone are, in milliseconds; null where none were served. */
export function servedOffset(timeZone: string, at: number): number | null {
  const changes = clocks.get(timeZone);
  const change = changes?.findLast((candidate) => candidate.at <= at) ?? changes?.[0];
  return change?.offset ?? null;
}
