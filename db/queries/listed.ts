import { and, type Column, eq, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { mentorListings } from '../schema/mentor-listings';
import { memberships } from '../schema/organizations';

/**
 * Condition: `viewerId` (null: a visitor) may find the mentor whose listing is joined in.
 * @param organizationId of that organization alone
 */
export function isListedFor(
  viewerId: string | null | Placeholder | Column,
  organizationId?: string,
): SQL | undefined {
  const isTheirs =
    viewerId === null
      ? sql``
      : sql` or ${mentorListings.organizationId} in (
          select ${memberships.organizationId} from ${memberships} where ${memberships.userId} = ${viewerId})`;
  // Not compared with a parameter: the indexes are of listed rows, which the planner must see.
  return and(
    sql`${mentorListings.isListed}`,
    sql`(${mentorListings.isPublic}${isTheirs})`,
    organizationId === undefined ? undefined : eq(mentorListings.organizationId, organizationId),
  );
}
