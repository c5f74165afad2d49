import { sql } from 'drizzle-orm';
import { mentors } from '../schema/mentors';
import { organizations } from '../schema/organizations';

/** The slug of the organization of the mentor who is joined in. */
export const organizationOfMentor = sql<string>`(select ${organizations.slug} from ${organizations}
  where ${organizations.id} = ${mentors.organizationId})`;

/** What makes the address of the mentor who is joined in: see `mentorPath`. */
export const mentorHandle = { organization: organizationOfMentor, slug: mentors.slug };
