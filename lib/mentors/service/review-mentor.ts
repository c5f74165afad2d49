import type { Temporal } from 'temporal-polyfill';
import type { AuditDeed } from '@/domain/audit';
import type { MentorHandle } from '@/domain/mentors';
import type { NotificationContent } from '@/domain/notifications';
import type { Transaction } from '@/db/client';
import { getPermitting } from '@/db/queries/organizations';
import { getOwnMentor, type OwnMentor, updateMentor } from '@/db/queries/own-mentor';
import { lockPeople } from '@/db/queries/people';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { recordDeeds } from '@/lib/audit/service';
import { enqueueNotifications } from '@/lib/notifications/service';

interface Asked {
  /** The admin. */
  userId: string;
  mentorId: string;
  now: Temporal.Instant;
}

/** Lets a mentor be seen, from now on or as soon as they publish; they hear of it once. */
export async function approveMentor(asked: Asked): Promise<Result<Judged, 'not_found'>> {
  const { mentorId, now } = asked;
  return judgeMentor(asked, async (tx, { mentor, organization, record }) => {
    if (mentor.approvedAt !== null) return;
    await updateMentor(tx, { userId: mentorId, set: { approvedAt: now, reviewNote: '' } });
    await record('mentor.approved');
    await inform(tx, asked, { kind: 'mentor_approved', data: { organization } });
  });
}

/**
 * Hides a mentor until they have changed what the admin writes, whether they wait or are shown. What is
 * booked with them stays, and so do their rules and services.
 */
export async function sendMentorBack(
  asked: Asked & { note: string },
): Promise<Result<Judged, 'not_found'>> {
  const { mentorId, note } = asked;
  return judgeMentor(asked, async (tx, { organization, record }) => {
    const set = { approvedAt: null, publishedAt: null, reviewNote: note };
    await updateMentor(tx, { userId: mentorId, set });
    await record('mentor.sent_back', note);
    await inform(tx, asked, { kind: 'mentor_sent_back', data: { organization, note } });
  });
}

/** Closes or opens a mentor's calendar for new bookings, as they could themselves. */
export async function pauseMentor(
  asked: Asked & { isPaused: boolean },
): Promise<Result<Judged, 'not_found'>> {
  const { mentorId, isPaused } = asked;
  return judgeMentor(asked, async (tx, { record }) => {
    const set = { takingBookings: !isPaused, resumesOn: null };
    await updateMentor(tx, { userId: mentorId, set });
    await record(isPaused ? 'mentor.paused' : 'mentor.resumed');
  });
}

/** The two slugs of whom it was about. */
type Judged = MentorHandle;

interface Judging {
  mentor: OwnMentor;
  /** Its name. */
  organization: string;
  /** Writes what is done into the trail. */
  record: (deed: AuditDeed, reason?: string) => Promise<void>;
}

/**
 * Locks a mentor and hands them to `work`, where the user may judge the mentors of their organization.
 * Everybody else, admins of other organizations included, hears what they would of nobody.
 */
async function judgeMentor(
  { userId, mentorId, now }: Asked,
  work: (tx: Transaction, judging: Judging) => Promise<void>,
): Promise<Result<Judged, 'not_found'>> {
  return inTransaction<Result<Judged, 'not_found'>>(async (tx) => {
    await lockPeople(tx, { ids: [mentorId] });
    const mentor = await getOwnMentor(tx, { userId: mentorId, now });
    if (!mentor) return refused('not_found');
    const { organizationId } = mentor;
    const permission = 'manage_mentors';
    const permitting = await getPermitting(tx, { userId, organizationId, permission });
    if (!permitting) return refused('not_found');
    const { role: actedAs, name: organization } = permitting;
    const done = { actorId: userId, actedAs, organizationId, subjectId: mentorId, now };
    await work(tx, {
      mentor,
      organization,
      record: (deed, reason) => recordDeeds(tx, [{ deed, reason, ...done }]),
    });
    return ok({ organization: permitting.slug, slug: mentor.slug });
  });
}

async function inform(
  tx: Transaction,
  { mentorId: userId, now }: Asked,
  content: NotificationContent,
): Promise<void> {
  await enqueueNotifications(tx, [{ userId, bookingId: null, content, now }]);
}
