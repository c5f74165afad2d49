import type { Temporal } from 'temporal-polyfill';
import { getBeginning } from '@/db/queries/organization-mentoring';
import { getMemberByEmail } from '@/db/queries/organization-mentors';
import { getPermitting } from '@/db/queries/organizations';
import { getOwnMentor } from '@/db/queries/own-mentor';
import { lockPeople } from '@/db/queries/people';
import { setUserName } from '@/db/queries/users';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { recordDeeds } from '@/lib/audit/service';
import { enqueueNotifications } from '@/lib/notifications/service';
import type { AppointInput, AppointRefusal } from '../schema/overseen';
import { beginMentor } from './begin-mentor';

/**
 * Makes a member a mentor, with a profile that they complete and publish themselves and that needs no
 * approval; they hear of it. Their own name stays where they have given one.
 */
export async function appointMentor({
  userId: actorId,
  organization: slug,
  appointed: { email, name, headline },
  now,
}: {
  /** The admin. */
  userId: string;
  /** The organization's slug. */
  organization: string;
  appointed: AppointInput;
  now: Temporal.Instant;
}): Promise<Result<{ slug: string }, AppointRefusal>> {
  return inTransaction<Result<{ slug: string }, AppointRefusal>>(async (tx) => {
    const permission = 'manage_mentors';
    const permitting = await getPermitting(tx, { userId: actorId, slug, permission });
    if (!permitting) return refused('not_found');
    const { id: organizationId, role: actedAs, name: organization } = permitting;
    const found = await getMemberByEmail(tx, { organizationId, email });
    if (!found) return refused('no_such_member');
    const { id: userId } = found;
    await lockPeople(tx, { ids: [userId] });
    const member = await getMemberByEmail(tx, { organizationId, email });
    const begins = await getBeginning(tx, { organizationId });
    if (!begins || member?.id !== userId) return refused('no_such_member');
    const own = await getOwnMentor(tx, { userId, now });
    // Of what somebody is elsewhere, an admin of here learns nothing.
    if (own) return refused(own.organizationId === organizationId ? 'already_mentor' : 'not_now');

    const ownName = member.name ?? name;
    if (ownName === '') return refused('name_missing');
    if (member.name === null) await setUserName(tx, { userId, name });
    const [format = 'video' as const] = begins.allowedFormats;
    const begun = await beginMentor(tx, {
      name: ownName,
      shown: {
        userId,
        headline,
        timeZone: member.timeZone ?? begins.timeZone,
        writtenIn: member.locale,
        languages: [member.locale],
        formats: [format],
      },
      organization: begins,
      isApproved: true,
      now,
    });
    await recordDeeds(tx, [
      { deed: 'mentor.appointed', subjectId: userId, organizationId, actorId, actedAs, now },
    ]);
    const content = { kind: 'mentor_appointed' as const, data: { organization } };
    await enqueueNotifications(tx, [{ userId, bookingId: null, content, now }]);
    return ok({ slug: begun });
  });
}
