import type ICAL from 'ical.js';
import { mended } from './mended-event';
import { latestOf, takesTime } from './which-count';

/** The events of one UID: those with rules of their own, and what replaces single occurrences. */
export interface Series {
  masters: ICAL.Component[];
  replacements: ICAL.Component[];
}

/** The series of a calendar, and how many events of it make no sense, or not whole. */
export function seriesOf(calendar: ICAL.Component): { all: Series[]; broken: number } {
  const byUid = new Map<unknown, Series>();
  let broken = 0;
  for (const { event, isMended, isAstray, isPlaced } of calendar
    .getAllSubcomponents('vevent')
    .map(mended)) {
    const isReplacement = event.hasProperty('recurrence-id');
    // What replaces an occurrence by nothing that can be read leaves it where it was.
    const isOut = isReplacement && !isPlaced && takesTime(event, []);
    if (isMended || isOut) broken += 1;
    if (isOut) continue;
    // Without a UID, which it must have, an event is a series by itself.
    const uid = isAstray ? event : (event.getFirstPropertyValue('uid') ?? event);
    const series = byUid.get(uid) ?? { masters: [], replacements: [] };
    byUid.set(uid, series);
    (isReplacement ? series.replacements : series.masters).push(event);
  }
  const all = [...byUid.values()].map(({ masters, replacements }) => ({
    masters: latestOf(masters, () => ''),
    replacements: latestOf(replacements, (event) =>
      String(event.getFirstPropertyValue('recurrence-id')),
    ),
  }));
  return { all, broken };
}
