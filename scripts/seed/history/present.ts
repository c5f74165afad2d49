import type { Temporal } from 'temporal-polyfill';
import type { Random } from '../random';
import { found } from '../write-people';
import { type Beginning, type Step, takePlace } from './outcome';
import type { MentorDays } from './mentor-days';
import { type Booker, type Cast, mayBook } from './plan-days';

/** What the demo shows in any case, so that no page is empty for the people it signs in as. */

const minute = 60_000;
const day = 24 * 60 * minute;

const never = () => [];

/** What takes place for certain, also with a mentor who answers by hand: they say yes within an hour. */
function agreed(beginning: Beginning, random: Random): Step[] {
  const steps = takePlace(beginning, random);
  if (beginning.status !== 'pending') return steps;
  return [{ kind: 'confirm', at: beginning.bookedAt + 60 * minute }, ...steps];
}

/**
 * What is agreed by yesterday: a session that is going on now (where some mentor's hours allow),
 * and the next appointments of the regulars.
 */
export async function arrangeYesterday(
  tracks: MentorDays[],
  cast: Cast,
  { at, now }: { at: Temporal.Instant; now: Temporal.Instant },
): Promise<void> {
  const present = now.epochMilliseconds;
  const regulars = cast.regulars.toReversed();
  // Whoever answers by hand would have to accept first.
  const ready = tracks.filter(
    ({ mentor: { demo } }) => demo.demand > 0 && demo.rules?.confirmation !== 'manual',
  );
  for (const track of ready) {
    const running = {
      from: present - 110 * minute,
      to: present - 3 * minute,
      endsAfter: present + 10 * minute,
    };
    const booker = regulars.find((regular) => mayBook(regular, track.mentor));
    if (booker && (await track.book({ ...running, booker, at, outcome: agreed }))) break;
  }
  for (const booker of cast.regulars) {
    const soon = { booker, at, from: present + 2 * day, to: present + 9 * day };
    await trackOf(tracks, 'Awa Diop').book({ ...soon, outcome: agreed });
  }
}

/** What has just been booked: requests to answer, a hold to confirm, and the last slots of a mentor. */
export async function arrangeToday(
  tracks: MentorDays[],
  cast: Cast,
  { now }: { now: Temporal.Instant },
): Promise<void> {
  const present = now.epochMilliseconds;
  const soon = { at: now, from: present + 2 * day, to: present + 9 * day, outcome: never };
  for (const booker of cast.regulars) {
    await trackOf(tracks, 'Kwame Owusu').book({ ...soon, booker });
  }
  const [visitor] = cast.visitors;
  if (visitor) {
    await trackOf(tracks, 'Chidinma Okafor').book({ ...soon, booker: visitor });
  }
  for (const track of tracks.filter(({ mentor }) => mentor.demo.nearlyFull)) {
    await fill(track, cast.bookers, { at: now, from: present, to: present + 15 * day });
  }
}

async function fill(
  track: MentorDays,
  bookers: Booker[],
  stretch: { at: Temporal.Instant; from: number; to: number },
): Promise<void> {
  for (const booker of bookers) await track.book({ ...stretch, booker, outcome: never });
}

function trackOf(tracks: MentorDays[], name: string): MentorDays {
  return found(
    tracks.find(({ mentor }) => mentor.demo.name === name),
    name,
  );
}
