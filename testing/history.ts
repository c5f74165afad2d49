/** A past for the people of tests and benches, written straight into the tables: thousands of rows at once. */
import type { Temporal } from 'temporal-polyfill';
import { raw } from './raw';
import { monday } from './people';

interface Given {
  mentorId: string;
  variantId: string;
}

/**
 * Sessions that a mentor has given to one mentee, free of charge: an hour each, one after the other, the
 * last of them a week before {@link monday}.
 */
export async function givePastSessions(
  given: Given,
  { menteeId, howMany }: { menteeId: string; howMany: number },
): Promise<void> {
  const from = monday.subtract({ hours: 7 * 24 });
  await giveSessions(given, { menteeId, howMany, from, everyHours: -1, status: 'completed' });
}

/** The same, that are booked: one a day, the first of them a day after `from`. */
export async function bookSessionsAhead(
  given: Given,
  wanted: { menteeId: string; howMany: number; from: Temporal.Instant },
): Promise<void> {
  await giveSessions(given, { ...wanted, everyHours: 24, status: 'confirmed' });
}

async function giveSessions(
  { mentorId, variantId }: Given,
  {
    menteeId,
    howMany,
    from,
    everyHours,
    status,
  }: {
    menteeId: string;
    howMany: number;
    from: Temporal.Instant;
    everyHours: number;
    status: 'completed' | 'confirmed';
  },
): Promise<void> {
  await raw`
    with hours as (
      select gen_random_uuid() as id, number,
        tstzrange(start, start + interval '1 hour') as period
      from generate_series(1, ${howMany}::int) as number,
        lateral (select ${from.toString()}::timestamptz
          + number * ${everyHours}::int * interval '1 hour' as start) as starts
    ), given as (
      insert into sessions (id, organization_id, mentor_id, service_id, variant_id, duration_minutes,
        period, buffer_before_minutes, buffer_after_minutes, occupied, capacity, active, format,
        created_at)
      select hours.id, mentors.organization_id, mentors.user_id, variants.service_id, variants.id,
        variants.duration_minutes, period, 0, 0, period, 1, ${status === 'confirmed'}, 'video', lower(period)
      from hours, mentors, variants
      where mentors.user_id = ${mentorId} and variants.id = ${variantId}
      returning *
    )
    insert into bookings (id, reference, organization_id, session_id, seat, mentor_id, period,
      session_capacity, mentee_id, status, price_credits, created_at, confirmed_at, completed_at)
    select gen_random_uuid(), id::text, organization_id, id, 0, mentor_id, period, capacity,
      ${menteeId}, ${status}, 0, lower(period), lower(period),
      case when ${status} = 'completed' then upper(period) end
    from given`;
}
