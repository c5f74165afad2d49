import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { overrides, weeklyWindows } from '@/db/schema/availability';
import { mentorListings } from '@/db/schema/mentor-listings';
import { mentors } from '@/db/schema/mentors';
import { services, variants } from '@/db/schema/services';
import { users } from '@/db/schema/users';
import { publicSlug } from '@/domain/organizations';
import { moveBooking } from '@/lib/bookings/service/move-booking';
import { orderSlots } from '@/lib/orders/service/order-slots';
import { book, order, readBooking, user } from '@/testing/bookings';
import { at, makeMentor, makeUser, monday, publicOrganizationId, ten } from '@/testing/people';
import { type ProfileInput, profileForm } from '../schema';
import { endPausesThatAreOver } from './end-pauses';
import { publishMentor, setTakingBookings, unpublishMentor } from './publish-mentor';
import { saveProfile as save } from './save-profile';

const now = monday;
const turn = (iso: string) => ({ clock: () => at(iso), endsAt: at(iso).add({ seconds: 5 }) });

const saveProfile = (asked: Omit<Parameters<typeof save>[0], 'organization'>) =>
  save({ organization: publicSlug, ...asked });

/** What the form of a profile posts, as it is parsed. */
function profile(values: Partial<Record<keyof ProfileInput, unknown>> = {}): ProfileInput {
  return profileForm.parse({
    name: `Kossi ${uuidv7()}`,
    headline: 'Teaches maths',
    bio: 'I have taught for ten years.',
    city: 'Lomé',
    skills: 'Maths, Physique, mathématiques, Beekeeping',
    languages: ['fr', 'ee'],
    writtenIn: 'ee',
    timeZone: 'Africa/Lome',
    formats: ['video', 'in_person'],
    link1: 'github.com/kossi',
    address: '12 rue du Lac',
    videoUrl: 'https://meet.example.org/kossi',
    ...values,
  });
}

async function readMentor(userId: string) {
  const [row] = await db.select().from(mentors).where(eq(mentors.userId, userId));
  return row;
}

async function offerSomething(mentorId: string) {
  const serviceId = uuidv7();
  await db.insert(services).values({ id: serviceId, mentorId, title: 'Lesson' });
  await db.insert(variants).values({ serviceId, durationMinutes: 60 });
  return serviceId;
}

async function openWeekly(
  mentorId: string,
  values: Partial<typeof weeklyWindows.$inferInsert> = {},
) {
  const window = { mentorId, days: [1], startTime: '09:00', endTime: '12:00', ...values };
  await db.insert(weeklyWindows).values(window);
}

describe('saveProfile', () => {
  it('makes a user a mentor whom nobody sees yet', async () => {
    const { id: userId } = await makeUser({ name: null });
    const result = await saveProfile({ userId, profile: profile({ name: 'Ọlá Àdé' }), now });
    expect(result).toEqual({ ok: true, value: { slug: 'ola-ade', isNew: true } });
    expect(await readMentor(userId)).toMatchObject({
      slug: 'ola-ade',
      organizationId: publicOrganizationId,
      headline: 'Teaches maths',
      skills: ['mathematics', 'physics', 'Beekeeping'],
      languages: ['fr', 'ee'],
      writtenIn: 'ee',
      timeZone: 'Africa/Lome',
      formats: ['video', 'in_person'],
      links: ['https://github.com/kossi'],
      publishedAt: null,
      takingBookings: true,
    });
    const [row] = await db.select().from(users).where(eq(users.id, userId));
    expect(row?.name).toBe('Ọlá Àdé');
  });

  it('keeps the address and what else was set when the profile changes', async () => {
    const { mentorId } = await makeMentor({
      mentor: { slug: 'first-name', minimumNoticeMinutes: 5 },
    });
    const result = await saveProfile({
      userId: mentorId,
      profile: profile({ name: 'Another Name', bio: 'New.' }),
      now,
    });
    expect(result).toEqual({ ok: true, value: { slug: 'first-name', isNew: false } });
    expect(await readMentor(mentorId)).toMatchObject({
      slug: 'first-name',
      bio: 'New.',
      minimumNoticeMinutes: 5,
      publishedAt: monday,
    });
  });

  it('gives people of one name addresses of their own, also all at once', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => makeUser()));
    const results = await Promise.all(
      people.map(({ id }) =>
        saveProfile({ userId: id, profile: profile({ name: 'Adjoa Mensah' }), now }),
      ),
    );
    const slugs = results.map((result) => (result.ok ? result.value.slug : result.reason));
    expect(slugs.toSorted()).toEqual([
      'adjoa-mensah',
      ...[2, 3, 4, 5, 6, 7, 8].map((number) => `adjoa-mensah-${number}`),
    ]);
  });

  it('makes one profile of a form that is sent twice at once', async () => {
    const { id: userId } = await makeUser();
    const sent = profile();
    const results = await Promise.all([
      saveProfile({ userId, profile: sent, now }),
      saveProfile({ userId, profile: sent, now }),
    ]);
    expect(
      results.map((result) => (result.ok && result.value.isNew ? 'new' : 'same')).toSorted(),
    ).toEqual(['new', 'same']);
  });

  it('does not let a published profile lose what publishing asked for', async () => {
    const { mentorId } = await makeMentor({ mentor: { bio: 'Old.' } });
    const emptied = profile({ bio: '' });
    expect(await saveProfile({ userId: mentorId, profile: emptied, now })).toMatchObject({
      reason: 'bio_missing',
    });
    expect(await readMentor(mentorId)).toMatchObject({ bio: 'Old.' });
    await unpublishMentor({ userId: mentorId, now });
    expect(await saveProfile({ userId: mentorId, profile: emptied, now })).toMatchObject({
      ok: true,
    });
  });

  it('is refused to whoever is blocked or does not exist', async () => {
    const blocked = await makeUser({ blockedAt: monday });
    expect(await saveProfile({ userId: blocked.id, profile: profile(), now })).toMatchObject({
      reason: 'not_found',
    });
    expect(await saveProfile({ userId: uuidv7(), profile: profile(), now })).toMatchObject({
      reason: 'not_found',
    });
    expect(await readMentor(blocked.id)).toBeUndefined();
  });
});

describe('publishMentor', () => {
  it('says all that is missing, then less, then publishes', async () => {
    const { id: userId } = await makeUser();
    await saveProfile({ userId, profile: profile({ bio: '' }), now });
    expect(await publishMentor({ userId, now })).toMatchObject({
      reason: 'incomplete',
      missing: ['bio', 'service', 'availability'],
    });
    await saveProfile({ userId, profile: profile(), now });
    const serviceId = await offerSomething(userId);
    expect(await publishMentor({ userId, now })).toMatchObject({ missing: ['availability'] });
    await openWeekly(userId);
    await db.update(services).set({ archivedAt: now }).where(eq(services.id, serviceId));
    expect(await publishMentor({ userId, now })).toMatchObject({ missing: ['service'] });
    await db.update(services).set({ archivedAt: null }).where(eq(services.id, serviceId));
    expect(await publishMentor({ userId, now })).toMatchObject({ ok: true });
    expect(await readMentor(userId)).toMatchObject({ publishedAt: now });
  });

  it('counts no length that is archived', async () => {
    const { mentorId, variantId } = await makeMentor({ mentor: { bio: 'Me.', publishedAt: null } });
    await db.update(variants).set({ archivedAt: now }).where(eq(variants.id, variantId));
    expect(await publishMentor({ userId: mentorId, now })).toMatchObject({ missing: ['service'] });
  });

  it.each([
    ['a window that is off', { active: false }, false],
    ['a window that is over', { lastOn: '2026-11-22' }, false],
    ['a window whose last day is today', { lastOn: '2026-11-23' }, true],
  ])('takes %s for times: %o', async (_, window, counts) => {
    const { mentorId } = await makeMentor({
      mentor: { bio: 'Me.', publishedAt: null },
      windows: [window],
    });
    expect((await publishMentor({ userId: mentorId, now })).ok).toBe(counts);
  });

  it.each([
    ['open', '2026-11-24', [{ start: '09:00', end: '10:00', capacity: 1 }], true],
    ['closed', '2026-11-24', [], false],
    ['over', '2026-11-22', [{ start: '09:00', end: '10:00', capacity: 1 }], false],
  ])('takes a date that is %s for times: %s', async (_, appliesOn, ranges, counts) => {
    const { mentorId } = await makeMentor({
      mentor: { bio: 'Me.', publishedAt: null },
      windows: [],
    });
    await db.insert(overrides).values({ mentorId, appliesOn, ranges });
    expect((await publishMentor({ userId: mentorId, now })).ok).toBe(counts);
  });

  it('keeps the day of publishing when it is pressed again', async () => {
    const { mentorId } = await makeMentor({ mentor: { bio: 'Me.' } });
    await publishMentor({ userId: mentorId, now: now.add({ hours: 1 }) });
    expect(await readMentor(mentorId)).toMatchObject({ publishedAt: monday });
  });
});

const eleven = at('2026-11-24T11:00');

async function bookedMentor() {
  const { mentorId, variantId } = await makeMentor();
  const mentee = await makeUser();
  const { bookingId } = await book({ booker: user(mentee.id), mentorId, variantId, startsAt: ten });
  const other = order({ booker: user(mentee.id), mentorId, variantId, startsAt: eleven });
  return { mentorId, other, bookingId, before: await readBooking(bookingId) };
}

describe('unpublishMentor', () => {
  it('takes no bookings any more, and leaves those that were made', async () => {
    const { mentorId, other, bookingId, before } = await bookedMentor();
    expect(await unpublishMentor({ userId: mentorId, now })).toMatchObject({ ok: true });
    expect(await orderSlots(other)).toMatchObject({ reason: 'not_found' });
    expect(await readBooking(bookingId)).toEqual(before);
  });
});

const isBookable = async (mentorId: string) => {
  const [row] = await db.select().from(mentorListings).where(eq(mentorListings.mentorId, mentorId));
  return row?.isBookable;
};

describe('setTakingBookings', () => {
  it('closes with a message and opens again, and leaves what was booked', async () => {
    const { mentorId, other, bookingId, before } = await bookedMentor();
    const away = {
      userId: mentorId,
      takingBookings: false,
      resumesOn: null,
      awayMessage: 'Back in May.',
      now,
    };
    expect(await setTakingBookings(away)).toMatchObject({ ok: true });
    expect(await readMentor(mentorId)).toMatchObject({
      takingBookings: false,
      awayMessage: 'Back in May.',
      publishedAt: monday,
    });
    expect(await orderSlots(other)).toMatchObject({ reason: 'not_taking_bookings' });
    expect(await readBooking(bookingId)).toEqual(before);
    await setTakingBookings({ ...away, takingBookings: true });
    expect(await orderSlots(other)).toMatchObject({ ok: true });
  });

  it('closes until a day, and opens by itself as that begins where the mentor is', async () => {
    const { mentorId, other, bookingId, before } = await bookedMentor();
    await db
      .update(mentors)
      .set({ timeZone: 'Africa/Johannesburg' })
      .where(eq(mentors.userId, mentorId));
    const away = { userId: mentorId, takingBookings: false, awayMessage: '', now };
    const until = await setTakingBookings({ ...away, resumesOn: '2026-12-01' });
    expect(until).toMatchObject({ ok: true });
    const startsAt = at('2026-12-02T10:00');
    const bookAt = (iso: string) => orderSlots({ ...other, starts: [startsAt], now: at(iso) });
    const moveAt = (iso: string, userId: string) =>
      moveBooking({ userId, bookingId, startsAt: eleven, now: at(iso) });

    expect(await bookAt('2026-11-30T21:59')).toMatchObject({ reason: 'not_taking_bookings' });
    expect(await moveAt('2026-11-23T12:05', before.menteeId ?? '')).toMatchObject({
      reason: 'not_taking_bookings',
    });
    expect(await readBooking(bookingId)).toEqual(before);
    expect(await endPausesThatAreOver(turn('2026-11-30T21:59'))).toMatchObject({
      counts: { ended: 0 },
    });
    expect(await isBookable(mentorId)).toBe(false);
    expect(await bookAt('2026-11-30T22:00')).toMatchObject({ ok: true });
    expect(await endPausesThatAreOver(turn('2026-11-30T22:00'))).toMatchObject({
      counts: { ended: 1 },
    });
    expect(await isBookable(mentorId)).toBe(true);
    expect(await readMentor(mentorId)).toMatchObject({ takingBookings: true, resumesOn: null });
  });

  it('takes a day from tomorrow to a year ahead, and none with an open diary', async () => {
    const { mentorId } = await makeMentor();
    const asked = { userId: mentorId, awayMessage: '', now };
    const closeUntil = (resumesOn: string) =>
      setTakingBookings({ ...asked, takingBookings: false, resumesOn });
    for (const day of ['2026-11-22', '2026-11-23', '2027-11-25']) {
      expect(await closeUntil(day)).toEqual({ ok: false, reason: 'day_not_ahead' });
    }
    expect(await readMentor(mentorId)).toMatchObject({ takingBookings: true });
    for (const day of ['2026-11-24', '2027-11-24']) {
      expect(await closeUntil(day)).toMatchObject({ ok: true });
    }
    await setTakingBookings({ ...asked, takingBookings: true, resumesOn: '2020-01-01' });
    expect(await readMentor(mentorId)).toMatchObject({ takingBookings: true, resumesOn: null });
  });
});

describe('who does not mentor', () => {
  it.each([
    ['publishMentor', publishMentor],
    ['unpublishMentor', unpublishMentor],
    [
      'setTakingBookings',
      (asked: { userId: string; now: typeof now }) =>
        setTakingBookings({ ...asked, takingBookings: true, resumesOn: null, awayMessage: '' }),
    ],
  ])('%s finds nothing', async (_, act) => {
    const someone = await makeUser();
    const { mentorId: blocked } = await makeMentor();
    await db.update(users).set({ blockedAt: monday }).where(eq(users.id, blocked));
    for (const userId of [someone.id, blocked, uuidv7()]) {
      expect(await act({ userId, now })).toMatchObject({ ok: false, reason: 'not_found' });
    }
  });
});
