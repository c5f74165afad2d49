import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import {
  getOwnMentor,
  getPublicOrganization,
  insertMentor,
  listSlugsFrom,
  updateMentor,
} from '@/db/queries/own-mentor';
import { lockPeople } from '@/db/queries/people';
import { resolveSkills } from '@/db/queries/skills';
import { setUserName } from '@/db/queries/users';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { freeSlug, slugOfName } from '../rules/slug';
import type { ProfileInput, SaveProfileRefusal } from '../schema';

/**
 * Makes a user a mentor, or changes how they appear. A new profile is not published. Its address comes
 * from the name, and stays when the name changes: people have shared it.
 */
export async function saveProfile({
  userId,
  profile,
  now,
}: {
  userId: string;
  profile: ProfileInput;
  now: Temporal.Instant;
}): Promise<Result<{ slug: string; isNew: boolean }, SaveProfileRefusal>> {
  const { name, ...written } = profile;
  return inTransaction<Result<{ slug: string; isNew: boolean }, SaveProfileRefusal>>(async (tx) => {
    // The zone and the formats decide what can be booked, so nobody may be booking meanwhile.
    const [person] = await lockPeople(tx, { ids: [userId] });
    if (!person || person.blockedAt !== null) return refused('not_found');
    const mentor = await getOwnMentor(tx, { userId, now });
    if (mentor && mentor.publishedAt !== null && written.bio === '') return refused('bio_missing');
    const shown = { ...written, skills: await resolveSkills(tx, written.skills) };
    await setUserName(tx, { userId, name });
    if (mentor) {
      await updateMentor(tx, { userId, set: shown });
      return ok({ slug: mentor.slug, isNew: false });
    }
    const slug = await insertUnderFreeSlug(tx, { userId, name, shown, now });
    return ok({ slug, isNew: true });
  });
}

async function insertUnderFreeSlug(
  tx: Transaction,
  {
    userId,
    name,
    shown,
    now,
  }: {
    userId: string;
    name: string;
    shown: Omit<ProfileInput, 'name'>;
    now: Temporal.Instant;
  },
): Promise<string> {
  const { id: organizationId } = await getPublicOrganization(tx);
  const wanted = slugOfName(name);
  // Somebody of the same name may take the address between the two statements; the insert waits for
  // them, and the next look sees what they took.
  for (;;) {
    const slug = freeSlug(wanted, await listSlugsFrom(tx, { organizationId, slug: wanted }));
    const values = { ...shown, userId, slug, organizationId, createdAt: now };
    if (await insertMentor(tx, values)) return slug;
  }
}
