import type { Temporal } from 'temporal-polyfill';
import type { BookingStatus } from '@/domain/bookings';
import type { SlotInstant } from '@/lib/scheduling';
import { seriesStarts } from '@/lib/slots/rules/series';
import type { Offer } from '@/lib/slots/schema/schedule';
import type { Arrangement } from './arrange';
import type { Booked } from './ask';
import { type Booker, type Cast, bookerOf } from './cast';
import { agreedCourse, historyDays } from './everyday';
import { runningMentor, runningStart } from './running-hour';
import type { Step } from './steps';

const minute = 60_000;
const day = 24 * 60 * minute;

type When = Pick<Arrangement, 'asked' | 'within'>;
type More = Partial<Arrangement>;

const past: When = { asked: 1 - historyDays, within: [-9, -0.5] };
const coming: When = { asked: -2, within: [2, 9] };

/** What the pages of the demo need, by name. Amina and Noah are those whom it signs in as. */
export function listArrangements(cast: Cast, now: Temporal.Instant): Arrangement[] {
  const who = (name: string) => bookerOf(cast, name);
  const amina = who('Amina Ndiaye');
  const noah = who('Noah Mwangi');
  const course = { steps: ({ slot }: Booked) => agreedCourse(slot, cast.random) };
  const running = runningStart(now).since(now).total('days');
  const now60: When = { asked: -historyDays - 1, within: [running, running] };
  const group = { asked: -2, within: [1, 12], suits: isGroup } as const;

  return [
    // Asked for before anybody else wants that hour.
    one('a running session', noah, runningMentor, now60, 'in_progress', {
      ...course,
      suits: lasts(60),
    }),

    one('one that took place', amina, 'Awa Diop', past, 'completed', course),
    one('another that did', noah, 'Brian Otieno', past, 'completed', course),
    one(
      'cancelled by the mentee',
      amina,
      'Brian Otieno',
      past,
      'cancelled',
      afterADay('cancelAsMentee'),
    ),
    one(
      'cancelled by the mentor',
      noah,
      'Awa Diop',
      past,
      'cancelled',
      afterADay('cancelAsMentor'),
    ),
    one(
      'a mentee who did not come',
      noah,
      'Aya Kouassi',
      past,
      'no_show',
      onceBegun('menteeAbsent'),
    ),
    one(
      'a mentor who did not',
      amina,
      'Chidinma Okafor',
      past,
      'no_show',
      onceBegun('mentorAbsent'),
    ),
    one('a declined request', amina, 'Kwame Owusu', past, 'cancelled', afterADay('cancelAsMentor')),
    one('a request without answer', noah, 'Kwame Owusu', past, 'expired'),
    one('a hold that lapsed', who('Ruth Achieng'), 'Chidinma Okafor', past, 'expired'),
    one('a hold that was proved', who('Inès Vidal'), 'Brian Otieno', coming, 'confirmed', {
      steps: ({ bookedAt }) => [{ at: bookedAt + 5 * minute, does: 'openLink' }],
    }),

    one('a next session', amina, 'Awa Diop', coming, 'confirmed'),
    one('a next session', noah, 'Awa Diop', coming, 'confirmed'),
    one('a seat in a group', who('Efua Asante'), 'Awa Diop', group, 'confirmed'),
    one('a seat in a group', who('Yaw Boateng'), 'Awa Diop', group, 'confirmed'),
    one('a seat in a group', who('Raïssa Yao'), 'Awa Diop', group, 'confirmed'),
    one('a batch', noah, 'Aya Kouassi', { asked: -1.2, within: [2, 16] }, 'confirmed', {
      starts: threeDays,
      count: 3,
    }),
    one('a weekly series', amina, 'Aya Kouassi', { asked: -1, within: [2, 36] }, 'confirmed', {
      starts: fourWeeks,
      count: 4,
    }),
    one('a request to answer', amina, 'Kwame Owusu', { ...coming, asked: -0.1 }, 'pending'),
    one('a request to answer', noah, 'Kwame Owusu', { ...coming, asked: -0.1 }, 'pending'),
    one('a hold', who('Ousmane Barry'), 'Chidinma Okafor', { ...coming, asked: 0 }, 'held'),
  ];
}

function one(
  what: string,
  booker: Booker,
  mentor: string,
  when: When,
  becomes: BookingStatus,
  more: More = {},
): Arrangement {
  return { what, booker, mentor, ...when, becomes, ...more };
}

function afterADay(does: Step['does']): More {
  return { steps: ({ bookedAt }) => [{ at: bookedAt + day, does }] };
}

function onceBegun(does: Step['does']): More {
  return { steps: ({ slot }) => [{ at: slot.start + 15 * minute, does }] };
}

function isGroup({ capacity }: Offer): boolean {
  return capacity > 1;
}

function lasts(minutes: number) {
  return ({ durationMinutes }: Offer) => durationMinutes === minutes;
}

/** The first, and two more that each start a day after the one before at the earliest. */
function threeDays(first: SlotInstant, free: readonly SlotInstant[]): number[] {
  const next = (after: SlotInstant | undefined) =>
    after &&
    free
      .filter(({ start }) => start >= after.start + day)
      .toSorted((slot, other) => slot.start - other.start)[0];
  const second = next(first);
  const third = next(second);
  return second && third ? [first.start, second.start, third.start] : [];
}

function fourWeeks(first: SlotInstant, free: readonly SlotInstant[]): number[] {
  const rule = { everyWeeks: 1, count: 4, timeZone: 'Africa/Abidjan' };
  const starts = seriesStarts(first.start, rule);
  const isFree = (start: number) => free.some((slot) => slot.start === start);
  return starts.every(isFree) ? starts : [];
}
