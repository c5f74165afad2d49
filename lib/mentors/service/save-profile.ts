import type { Temporal } from 'temporal-polyfill';
import { getAllowedOffer, getMentoringChoice } from '@/db/queries/organization-mentoring';
import { getOwnMentor, updateMentor } from '@/db/queries/own-mentor';
import { lockPeople } from '@/db/queries/people';
import { resolveSkills } from '@/db/queries/skills';
import { setUserName } from '@/db/queries/users';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { mayOffer } from '../rules/allowed-offer';
import type { ProfileInput, SaveProfileRefusal } from '../schema';
import { beginMentor } from './begin-mentor';

/**
 * Makes a user a mentor of an organization of theirs, or changes how they appear. A new profile is not
 * published. Its address comes from the name, and stays when the name changes: people have shared it.
 * Organizations that appoint their mentors, and those of other people, refuse alike.
 * @param organization the slug of the one to mentor in; of no matter to whoever mentors already
 */
export async function saveProfile({
  userId,
  profile,
  organization: slug,
  now,
}: {
  userId: string;
  profile: ProfileInput;
  organization: string;
  now: Temporal.Instant;
}): Promise<Result<{ slug: string; isNew: boolean }, SaveProfileRefusal>> {
  const { name, ...written } = profile;
  return inTransaction<Result<{ slug: string; isNew: boolean }, SaveProfileRefusal>>(async (tx) => {
    // The zone and the formats decide what can be booked, so nobody may be booking meanwhile.
    const [person] = await lockPeople(tx, { ids: [userId] });
    if (!person || person.blockedAt !== null) return refused('not_found');
    const mentor = await getOwnMentor(tx, { userId, now });
    if (mentor && mentor.publishedAt !== null && written.bio === '') return refused('bio_missing');
    const begins = mentor ? null : await getMentoringChoice(tx, { userId, slug });
    const allowed = mentor ? (await getAllowedOffer(tx, mentor)).formats : begins?.allowedFormats;
    if (allowed === undefined) return refused('no_mentoring');
    if (!mayOffer(written.formats, { allowed, before: mentor?.formats ?? [] })) {
      return refused('format_not_allowed');
    }
    const shown = { ...written, skills: await resolveSkills(tx, written.skills) };
    await setUserName(tx, { userId, name });
    if (mentor) {
      await updateMentor(tx, { userId, set: shown });
      return ok({ slug: mentor.slug, isNew: false });
    }
    if (!begins) return refused('no_mentoring');
    const isApproved = begins.mentoring === 'open';
    const begun = { name, shown: { ...shown, userId }, organization: begins, isApproved, now };
    return ok({ slug: await beginMentor(tx, begun), isNew: true });
  });
}
