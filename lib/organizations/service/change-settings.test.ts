import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { publicSlug } from '@/domain/organizations';
import { db } from '@/db/client';
import { listSchedules } from '@/db/queries/schedules';
import { auditEvents } from '@/db/schema/audit';
import { mentorListings } from '@/db/schema/mentor-listings';
import { organizationClosedDays, organizations } from '@/db/schema/organizations';
import { sessionsOutside } from '@/lib/availability/rules/sessions-outside';
import { book, readBooking, user } from '@/testing/bookings';
import {
  at,
  makeMember,
  makeMentor,
  makeOrganization,
  makeUser,
  monday,
  publicOrganizationId,
} from '@/testing/people';
import { appearanceForm, limitsForm, newMentorsForm } from '../schema/settings';
import { changeSettings, closeDay, openDay } from './change-settings';

const now = monday;

async function makeSchool() {
  const organizationId = await makeOrganization();
  const make = async (role: 'owner' | 'admin' | 'member') => {
    const { id: userId } = await makeUser();
    await makeMember({ organizationId, userId, role });
    return userId;
  };
  const [ownerId, adminId, memberId] = [
    await make('owner'),
    await make('admin'),
    await make('member'),
  ];
  return { organizationId, organization: organizationId, ownerId, adminId, memberId };
}

async function read(id: string) {
  const [row] = await db.select().from(organizations).where(eq(organizations.id, id));
  return row;
}

const changesOf = (organizationId: string) =>
  db
    .select({ before: auditEvents.before, after: auditEvents.after, actorId: auditEvents.actorId })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, organizationId),
        eq(auditEvents.deed, 'organization.changed'),
      ),
    );

describe('changeSettings', () => {
  it('sets what is asked and writes into the trail only what is another now, and no words', async () => {
    const { organization, organizationId, ownerId: userId } = await makeSchool();
    const set = { description: 'Our school', mentoring: 'reviewed' as const, horizonDays: 60 };
    expect(await changeSettings({ userId, organization, set, now })).toEqual({
      ok: true,
      value: null,
    });
    expect(await read(organizationId)).toMatchObject(set);
    expect(await changesOf(organizationId)).toEqual([
      {
        actorId: userId,
        before: { description: true, mentoring: 'open' },
        after: { description: true, mentoring: 'reviewed' },
      },
    ]);
    await changeSettings({ userId, organization, set, now });
    expect(await changesOf(organizationId)).toHaveLength(1);
  });

  it('is for owners of this organization alone', async () => {
    const { organization, organizationId, adminId, memberId } = await makeSchool();
    const other = await makeSchool();
    const before = await read(organizationId);
    for (const userId of [adminId, memberId, other.ownerId]) {
      const asked = { userId, organization, now };
      expect(await changeSettings({ ...asked, set: { welcomeCredits: 5000 } })).toEqual({
        ok: false,
        reason: 'not_found',
      });
      const day = { closedOn: '2026-12-25', name: 'Noël' };
      expect(await closeDay({ ...asked, ...day })).toMatchObject({ ok: false });
      expect(await openDay({ ...asked, closedOn: day.closedOn })).toMatchObject({ ok: false });
    }
    expect(await read(organizationId)).toEqual(before);
    expect(await changesOf(organizationId)).toEqual([]);
  });

  it('opens and closes its mentors to strangers, but never the public organization', async () => {
    const { organization, organizationId, ownerId: userId } = await makeSchool();
    const { mentorId } = await makeMentor({ mentor: { organizationId } });
    const isPublic = async () => {
      const [row] = await db
        .select({ isPublic: mentorListings.isPublic })
        .from(mentorListings)
        .where(eq(mentorListings.mentorId, mentorId));
      return row?.isPublic;
    };
    expect(await isPublic()).toBe(false);
    await changeSettings({ userId, organization, set: { isPublic: true }, now });
    expect(await isPublic()).toBe(true);

    const { id } = await makeUser();
    await makeMember({ organizationId: publicOrganizationId, userId: id, role: 'owner' });
    const asked = { userId: id, organization: publicSlug, now };
    expect(await changeSettings({ ...asked, set: { isPublic: false } })).toMatchObject({
      ok: true,
    });
    expect((await read(publicOrganizationId))?.isPublic).toBe(true);
  });
});

describe('a day on which it is closed', () => {
  it('is closed and opened again; what is booked on it stays, and is counted', async () => {
    const { organization, organizationId, ownerId: userId, memberId } = await makeSchool();
    const { mentorId, variantId } = await makeMentor({
      mentor: { organizationId, timeZone: 'Pacific/Auckland' },
      windows: [{ startTime: '00:00', endTime: '24:00' }],
    });
    // 11:30 in UTC is half past midnight of the day after in Auckland.
    const startsAt = at('2026-11-25T11:30');
    const made = await book({ booker: user(memberId), mentorId, variantId, startsAt });
    const asked = { userId, organization, name: 'Magal', now };
    expect(await closeDay({ ...asked, closedOn: '2026-11-25' })).toMatchObject({
      value: { kept: 0 },
    });
    expect(await closeDay({ ...asked, closedOn: '2026-11-26' })).toMatchObject({
      value: { kept: 1 },
    });
    expect((await readBooking(made.bookingId))?.status).toBe('confirmed');
    // The mentor reads why nobody books then, and that somebody has.
    const reach = { from: now, to: now.add({ hours: 24 * 7 }), now };
    const [schedule] = await listSchedules(db, { mentorIds: [mentorId], ...reach });
    expect(schedule && sessionsOutside(schedule, { now: now.epochMilliseconds })).toMatchObject([
      { reasons: [{ kind: 'closed_for_all', date: '2026-11-26' }] },
    ]);
    expect(await closeDay({ ...asked, closedOn: '2026-11-22' })).toEqual({
      ok: false,
      reason: 'not_ahead',
    });
    await closeDay({ ...asked, closedOn: '2026-11-26', name: 'Grand Magal' });
    await openDay({ ...asked, closedOn: '2026-11-25' });
    expect(
      await db
        .select()
        .from(organizationClosedDays)
        .where(eq(organizationClosedDays.organizationId, organizationId)),
    ).toEqual([{ organizationId, closedOn: '2026-11-26', name: 'Grand Magal' }]);
  });
});

describe('the forms', () => {
  it('take numbers in their bounds, or none', () => {
    const sent = {
      organization: 'x',
      welcomeCredits: '',
      mostOpenBookings: '3',
      allowedFormats: ['video'],
      allowedLengths: ['30', '60'],
    };
    expect(limitsForm.parse(sent)).toMatchObject({
      welcomeCredits: null,
      mostOpenBookings: 3,
      allowedLengths: [30, 60],
    });
    for (const wrong of [
      { welcomeCredits: '-1' },
      { welcomeCredits: '10001' },
      { mostOpenBookings: '0' },
      { allowedFormats: [] },
      { allowedLengths: ['31'] },
    ]) {
      expect(limitsForm.safeParse({ ...sent, ...wrong }).success).toBe(false);
    }
  });

  it('take no setting that is not theirs', () => {
    const appearance = appearanceForm.parse({
      organization: 'x',
      name: 'A',
      description: '',
      website: 'school.example.org',
      accentColor: '#0B5D3B',
      defaultLocale: 'fr',
      timeZone: 'Africa/Dakar',
      visibility: 'members',
      mentoring: 'open',
      approvedAt: '2026-01-01T00:00:00Z',
      slug: 'another',
      welcomeCredits: '9000',
    });
    expect(Object.keys(appearance)).not.toEqual(
      expect.arrayContaining(['approvedAt', 'slug', 'welcomeCredits']),
    );
    expect(appearance).toMatchObject({
      website: 'https://school.example.org/',
      accentColor: '#0b5d3b',
    });
    expect(newMentorsForm.safeParse({ organization: 'x', stepMinutes: '1' }).success).toBe(false);
  });
});
