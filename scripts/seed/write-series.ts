import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { listSchedules } from '@/db/queries/schedules';
import { freeSlots } from '@/lib/slots/rules/free-slots';
import { seriesStarts } from '@/lib/slots/rules/series';
import { orderSlots } from '@/lib/orders/service/order-slots';
import type { Cast } from './history/plan-days';
import { found } from './write-people';

const count = 4;

/** A regular has the same hour for the coming weeks: what is free of it. */
export async function writeSeries(cast: Cast, { now }: { now: Temporal.Instant }): Promise<void> {
  const mentor = found(
    cast.mentors.find(({ demo }) => demo.name === 'Aya Kouassi'),
    'Aya Kouassi',
  );
  const offer = found(mentor.offers[0], 'an offer of hers');
  const from = now.add({ hours: 3 * 24 });
  const to = now.add({ hours: 10 * 24 });
  const [schedule] = await listSchedules(db, { mentorIds: [mentor.id], from, to, now });
  const [first] = freeSlots(found(schedule, 'her schedule'), offer, {
    now: now.epochMilliseconds,
    from: from.epochMilliseconds,
    to: to.epochMilliseconds,
    limit: 1,
  });
  const mentee = found(cast.regulars[0], 'a regular');
  if (!first) return;
  const rule = { everyWeeks: 1, count, timeZone: mentor.demo.timeZone };
  await orderSlots({
    booker: {
      kind: 'user',
      userId: found(mentee.id ?? undefined, mentee.person.name),
      network: null,
    },
    mentorId: mentor.id,
    variantId: offer.variantId,
    link: null,
    starts: seriesStarts(first.start, rule).map((at) => Temporal.Instant.fromEpochMilliseconds(at)),
    policy: 'fits',
    details: {
      format: 'video',
      phone: '',
      place: '',
      subject: 'Une séance par semaine, jusqu’à l’entretien',
      notes: '',
    },
    answers: [],
    priceCredits: Number.MAX_SAFE_INTEGER,
    requestId: uuidv7(),
    now,
  });
}
