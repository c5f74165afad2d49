/** A past for the people of tests and benches, written straight into the tables: thousands of rows at once. */
import { raw } from './raw';
import { monday } from './people';

/**
 * Sessions that a mentor has given to one mentee, free of charge: an hour each, one after the other, the
 * last of them a week before {@link monday}.
 */
export async function givePastSessions(
  { mentorId, variantId }: { mentorId: string; variantId: string },
  { menteeId, howMany }: { menteeId: string; howMany: number },
): Promise<void> {
  await raw`
    with hours as (
      select gen_random_uuid() as id, number,
        tstzrange(start, start + interval '1 hour') as period
      from generate_series(1, ${howMany}::int) as number,
        lateral (select ${monday.toString()}::timestamptz - interval '7 days'
          - number * interval '1 hour' as start) as starts
    ), given as (
      insert into sessions (id, organization_id, mentor_id, service_id, variant_id, duration_minutes,
        period, buffer_before_minutes, buffer_after_minutes, occupied, capacity, active, format,
        created_at)
      select hours.id, mentors.organization_id, mentors.user_id, variants.service_id, variants.id,
        variants.duration_minutes, period, 0, 0, period, 1, false, 'video', lower(period)
      from hours, mentors, variants
      where mentors.user_id = ${mentorId} and variants.id = ${variantId}
      returning *
    )
    insert into bookings (id, reference, organization_id, session_id, seat, mentor_id, period,
      session_capacity, mentee_id, status, price_credits, created_at, confirmed_at, completed_at)
    select gen_random_uuid(), id::text, organization_id, id, 0, mentor_id, period, capacity,
      ${menteeId}, 'completed', 0, lower(period), lower(period), upper(period)
    from given`;
}
