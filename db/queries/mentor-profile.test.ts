import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { type MentorHandle, mentorInAddress } from '@/domain/mentors';
import { makeMember, makeMentor, makeOrganization, makeUser, monday } from '@/testing/people';
import { db, pool } from '../client';
import { mentors } from '../schema/mentors';
import { services, variants } from '../schema/services';
import { users } from '../schema/users';
import {
  countSessionsGiven,
  getMentorProfile,
  hasMentorProfile,
  listActiveVariants,
} from './mentor-profile';

afterAll(() => pool.end());

const handleOf = ({ mentorId }: { mentorId: string }, organization = 'public') => ({
  organization,
  slug: `mentor-${mentorId}`,
});

/** Whose page a visitor finds there; the short answer of the two is checked against the long one. */
async function seenAt(handle: MentorHandle) {
  const sought = { ...handle, viewerId: null };
  const [profile, isThere] = await Promise.all([
    getMentorProfile(db, sought),
    hasMentorProfile(db, sought),
  ]);
  expect(profile !== null).toBe(isThere);
  return profile?.id ?? null;
}

describe('getMentorProfile', () => {
  it('shows a published mentor to everybody', async () => {
    const mentor = await makeMentor();
    const profile = await getMentorProfile(db, { ...handleOf(mentor), viewerId: null });
    expect(profile).toMatchObject({ id: mentor.mentorId, name: mentor.name, isPublic: true });
  });

  it('shows the mentor of an organization to its members alone', async () => {
    const organizationId = await makeOrganization();
    const mentor = await makeMentor({ mentor: { organizationId } });
    const [member, stranger] = [await makeUser(), await makeUser()];
    await makeMember({ organizationId, userId: member.id });
    const seenBy = (viewerId: string | null) =>
      getMentorProfile(db, { ...handleOf(mentor, organizationId), viewerId });
    expect(await seenBy(member.id)).toMatchObject({ id: mentor.mentorId, isPublic: false });
    expect(await seenBy(stranger.id)).toBeNull();
    expect(await seenBy(null)).toBeNull();
  });

  it('finds a mentor under the address of their own organization alone', async () => {
    const organizationId = await makeOrganization({ isPublic: true });
    const [theirs, everybodys] = [
      await makeMentor({ mentor: { organizationId } }),
      await makeMentor(),
    ];
    expect(await seenAt(handleOf(theirs, organizationId))).toBe(theirs.mentorId);
    expect(await seenAt(handleOf(theirs))).toBeNull();
    expect(await seenAt(handleOf(everybodys))).toBe(everybodys.mentorId);
    expect(await seenAt(handleOf(everybodys, organizationId))).toBeNull();
    // Below `/o` the public organization has no address.
    const { slug } = handleOf(everybodys);
    expect(await seenAt(mentorInAddress({ organization: 'public', slug }))).toBeNull();
  });

  it('hides who is unpublished or blocked', async () => {
    const [hidden, blocked] = [await makeMentor(), await makeMentor()];
    await db.update(mentors).set({ publishedAt: null }).where(eq(mentors.userId, hidden.mentorId));
    await db.update(users).set({ blockedAt: monday }).where(eq(users.id, blocked.mentorId));
    expect(await getMentorProfile(db, { ...handleOf(hidden), viewerId: null })).toBeNull();
    expect(await getMentorProfile(db, { ...handleOf(blocked), viewerId: null })).toBeNull();
    const other = await makeUser();
    expect(await getMentorProfile(db, { ...handleOf(hidden), viewerId: other.id })).toBeNull();
  });

  it('shows an unpublished mentor to themselves', async () => {
    const { mentorId } = await makeMentor({ mentor: { publishedAt: null } });
    const seen = await getMentorProfile(db, { ...handleOf({ mentorId }), viewerId: mentorId });
    expect(seen).toMatchObject({ id: mentorId, publishedAt: null });
  });
});

describe('listActiveVariants', () => {
  it('leaves out what is archived, and puts short before long', async () => {
    const mentor = await makeMentor({ durations: [90, 30, 60] });
    await db
      .update(variants)
      .set({ archivedAt: monday })
      .where(eq(variants.id, mentor.variants[2]?.id ?? ''));
    const rows = await listActiveVariants(db, { mentorId: mentor.mentorId, to: null });
    expect(rows.map((row) => row.durationMinutes)).toEqual([30, 90]);

    await db.update(services).set({ archivedAt: monday }).where(eq(services.id, mentor.serviceId));
    expect(await listActiveVariants(db, { mentorId: mentor.mentorId, to: null })).toEqual([]);
  });
});

describe('countSessionsGiven', () => {
  it('is nothing for a new mentor', async () => {
    const mentor = await makeMentor();
    expect(await countSessionsGiven(db, { mentorId: mentor.mentorId })).toBe(0);
  });
});
