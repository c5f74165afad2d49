/** What is read of a mentor who has given thousands of sessions, beside others who have given as many. */
import { beforeAll, describe, expect, it } from 'vitest';
import { book, user } from '@/testing/bookings';
import { at, makeMentor, makeUser, monday } from '@/testing/people';
import { plansOf } from '@/testing/plans';
import { db, pool } from '../client';
import { listBookings } from './bookings-read';
import { countSessionsGiven } from './mentor-profile';
import { listSchedules } from './schedules';

const sessionsEach = 2000;
let mentorId = '';
let others: string[] = [];

/** An hour each, one after the other, the last of them a week before {@link monday}. */
async function givePastSessions({
  mentorId: id,
  variantId,
}: {
  mentorId: string;
  variantId: string;
}) {
  const { id: menteeId } = await makeUser();
  await pool`
    with hours as (
      select gen_random_uuid() as id, number,
        tstzrange(start, start + interval '1 hour') as period
      from generate_series(1, ${sessionsEach}::int) as number,
        lateral (select ${monday.toString()}::timestamptz - interval '7 days'
          - number * interval '1 hour' as start) as starts
    ), given as (
      insert into sessions (id, organization_id, mentor_id, service_id, variant_id, duration_minutes,
        period, buffer_before_minutes, buffer_after_minutes, occupied, capacity, active, format,
        created_at)
      select hours.id, mentors.organization_id, mentors.user_id, variants.service_id, variants.id,
        variants.duration_minutes, period, 0, 0, period, 1, false, 'video', lower(period)
      from hours, mentors, variants
      where mentors.user_id = ${id} and variants.id = ${variantId}
      returning *
    )
    insert into bookings (id, reference, organization_id, session_id, seat, mentor_id, period,
      session_capacity, mentee_id, status, price_credits, created_at, confirmed_at, completed_at)
    select gen_random_uuid(), id::text, organization_id, id, 0, mentor_id, period, capacity,
      ${menteeId}, 'completed', 0, lower(period), lower(period), upper(period)
    from given`;
}

beforeAll(async () => {
  const [busy, second, third] = [await makeMentor(), await makeMentor(), await makeMentor()];
  for (const mentor of [busy, second, third]) {
    await givePastSessions(mentor);
    const booker = user((await makeUser()).id);
    const { mentorId: id, variantId } = mentor;
    await book({ booker, mentorId: id, variantId, startsAt: at('2026-11-24T10:00') });
  }
  mentorId = busy.mentorId;
  others = [second.mentorId, third.mentorId];
  await pool`vacuum analyze sessions, bookings`;
});

describe.each(['force_custom_plan', 'force_generic_plan'] as const)('with %s', (mode) => {
  it('free slots look at the sessions around them alone', async () => {
    const asked = { from: monday, to: monday.add({ hours: 24 * 30 }), now: monday };
    for (const mentorIds of [[mentorId], [mentorId, ...others]]) {
      const plans = await plansOf((tx) => listSchedules(tx, { ...asked, mentorIds }), mode);
      const [given] = plans.filter(({ text }) => text.includes('"seats"'));
      expect(given).toMatchObject({ wholeTables: [] });
      expect(given?.indexes).toContain('bookings_session_idx');
      // A day of theirs is within the padding; all that they gave would be thousands.
      expect(given?.pages).toBeLessThan(mentorIds.length * 300);
    }
  });

  it('the number of sessions given is counted from its index', async () => {
    expect(await countSessionsGiven(db, { mentorId })).toBe(sessionsEach);
    const [plan] = await plansOf((tx) => countSessionsGiven(tx, { mentorId }), mode);
    expect(plan).toMatchObject({ indexes: ['bookings_given_idx'], wholeTables: [] });
    expect(plan?.pages).toBeLessThan(sessionsEach / 50);
  });

  it('a page of bookings joins what it shows, not all that there are', async () => {
    const page = { as: 'mentor', when: 'past', now: monday, limit: 20, offset: 0 } as const;
    const [plan] = await plansOf((tx) => listBookings(tx, { ...page, userId: mentorId }), mode);
    expect(plan?.text).toContain('"services"');
    expect(plan?.pages).toBeLessThan(sessionsEach / 2);
  });
});
