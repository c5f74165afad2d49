import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { makeMember, makeMentor, makeOrganization, makeUser, monday } from '@/testing/people';
import { db, pool } from '../client';
import { mentors } from '../schema/mentors';
import { services, variants } from '../schema/services';
import { users } from '../schema/users';
import { countSessionsGiven, getMentorProfile, listActiveVariants } from './mentor-profile';

afterAll(() => pool.end());

const slugOf = (mentor: { mentorId: string }) => `mentor-${mentor.mentorId}`;

describe('getMentorProfile', () => {
  it('shows a published mentor to everybody', async () => {
    const mentor = await makeMentor();
    const profile = await getMentorProfile(db, { slug: slugOf(mentor), viewerId: null });
    expect(profile).toMatchObject({ id: mentor.mentorId, name: mentor.name, isPublic: true });
  });

  it('shows the mentor of an organization to its members alone', async () => {
    const organizationId = await makeOrganization();
    const mentor = await makeMentor({ mentor: { organizationId } });
    const [member, stranger] = [await makeUser(), await makeUser()];
    await makeMember({ organizationId, userId: member.id });
    const seenBy = (viewerId: string | null) =>
      getMentorProfile(db, { slug: slugOf(mentor), viewerId });
    expect(await seenBy(member.id)).toMatchObject({ id: mentor.mentorId, isPublic: false });
    expect(await seenBy(stranger.id)).toBeNull();
    expect(await seenBy(null)).toBeNull();
  });

  it('hides who is unpublished or blocked', async () => {
    const [hidden, blocked] = [await makeMentor(), await makeMentor()];
    await db.update(mentors).set({ publishedAt: null }).where(eq(mentors.userId, hidden.mentorId));
    await db.update(users).set({ blockedAt: monday }).where(eq(users.id, blocked.mentorId));
    expect(await getMentorProfile(db, { slug: slugOf(hidden), viewerId: null })).toBeNull();
    expect(await getMentorProfile(db, { slug: slugOf(blocked), viewerId: null })).toBeNull();
    const other = await makeUser();
    expect(await getMentorProfile(db, { slug: slugOf(hidden), viewerId: other.id })).toBeNull();
  });

  it('shows an unpublished mentor to themselves', async () => {
    const { mentorId } = await makeMentor({ mentor: { publishedAt: null } });
    const seen = await getMentorProfile(db, { slug: slugOf({ mentorId }), viewerId: mentorId });
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
