import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { countBookingsAhead } from '@/db/queries/own-services';
import { listOwnQuestions } from '@/db/queries/questions';
import { searchMentors } from '@/db/queries/mentor-search';
import { sessions } from '@/db/schema/sessions';
import { organizations } from '@/db/schema/organizations';
import { services, variants } from '@/db/schema/services';
import { users } from '@/db/schema/users';
import { orderSlots } from '@/lib/orders/service/order-slots';
import { setTakingBookings, unpublishMentor } from '@/lib/mentors/service/publish-mentor';
import { saveProfile } from '@/lib/mentors/service/save-profile';
import { book, order, readBooking, user, makeBooked } from '@/testing/bookings';
import {
  at,
  makeMentor,
  makeOrganization,
  type MentorSettings,
  makeUser,
  monday,
  ten,
} from '@/testing/people';
import { mostServices, mostVariants, type ServiceInput } from '../schema';
import {
  archiveService,
  copyService,
  createService,
  editService,
  moveService,
  restoreService,
} from './edit-services';
import { addQuestion } from './edit-questions';
import { addVariant, archiveVariant, changePrice } from './edit-variants';

const now = monday;
const thirteen = at('2026-11-24T13:00');

function service(values: Partial<ServiceInput> = {}): ServiceInput {
  return {
    title: 'Study group',
    description: 'We read together.',
    writtenIn: 'fr',
    sessionType: 'follow_up',
    capacity: 4,
    bufferBeforeMinutes: null,
    bufferAfterMinutes: 15,
    formats: ['phone'],
    isByLink: false,
    ...values,
  };
}

async function readService(id: string) {
  const [row] = await db.select().from(services).where(eq(services.id, id));
  return row;
}

/** A service as its row has it. */
const columns = ({ isByLink, ...given }: ServiceInput) => {
  if (isByLink) throw new Error('its link is not known');
  return { ...given, linkToken: null };
};

const readVariants = (serviceId: string) =>
  db
    .select()
    .from(variants)
    .where(eq(variants.serviceId, serviceId))
    .orderBy(asc(variants.durationMinutes), asc(variants.id));

/** A mentor with a service, and a booking of it tomorrow at ten. */
async function booked(settings: MentorSettings = {}) {
  const { mentor, ...made } = await makeBooked({ priceCredits: 10, ...settings });
  const asked = { userId: mentor.mentorId, serviceId: mentor.serviceId, now };
  return { ...mentor, ...made, asked, before: await recordOf(made.bookingId) };
}

/** All that the database knows of a booking. */
async function recordOf(bookingId: string) {
  const booking = await readBooking(bookingId);
  const [session] = await db.select().from(sessions).where(eq(sessions.id, booking.sessionId));
  return { booking, session };
}

describe('createService', () => {
  it('adds a service behind the others, with a length that can be booked', async () => {
    const { mentorId } = await makeMentor();
    const variant = { durationMinutes: 45, priceCredits: 7 };
    const made = await createService({ userId: mentorId, service: service(), variant, now });
    if (!made.ok) throw new Error(made.reason);
    const { serviceId } = made.value;
    expect(await readService(serviceId)).toMatchObject({
      ...columns(service()),
      mentorId,
      position: 1,
    });
    const [row] = await readVariants(serviceId);
    expect(row).toMatchObject(variant);
    const mentee = await makeUser();
    const details = {
      format: 'phone' as const,
      phone: '+221 77',
      place: '',
      subject: '',
      notes: '',
    };
    const wanted = { booker: user(mentee.id), mentorId, variantId: row?.id ?? '', startsAt: ten };
    expect(await orderSlots(order({ ...wanted, details }))).toMatchObject({ ok: true });
  });

  it('is refused beyond the number that is enough for anybody; archived ones do not count', async () => {
    const { mentorId, serviceId } = await makeMentor();
    const variant = { durationMinutes: 45, priceCredits: 7 };
    const one = { userId: mentorId, service: service(), variant, now };
    for (let count = 1; count < mostServices; count += 1) await createService(one);
    expect(await createService(one)).toMatchObject({ reason: 'too_many' });
    await archiveService({ userId: mentorId, serviceId, now });
    expect(await createService(one)).toMatchObject({ ok: true });
    expect(await restoreService({ userId: mentorId, serviceId, now })).toMatchObject({
      reason: 'too_many',
    });
  });
});

describe('copyService', () => {
  it('makes another of the same, with its lengths and questions, that can be booked', async () => {
    const { asked, wanted } = await booked({ priceCredits: 10 });
    const { serviceId: from, userId: mentorId } = asked;
    const question = {
      text: 'Which school?',
      kind: 'short' as const,
      options: null,
      isRequired: true,
    };
    await addQuestion({ ...asked, question });
    await addVariant({ ...asked, variant: { durationMinutes: 90, priceCredits: 15 } });
    const made = await copyService({ ...asked, title: 'Another' });
    if (!made.ok) throw new Error(made.reason);
    const { serviceId } = made.value;
    const {
      id: _,
      title: __,
      position: ___,
      createdAt: ____,
      ...kept
    } = (await readService(from)) ?? {};
    expect(await readService(serviceId)).toMatchObject({ ...kept, title: 'Another', position: 1 });
    expect(await readVariants(serviceId)).toMatchObject([
      { durationMinutes: 60, priceCredits: 10 },
      { durationMinutes: 90, priceCredits: 15 },
    ]);
    expect(await listOwnQuestions(db, { mentorId, serviceId })).toMatchObject([question]);
    const [short] = await readVariants(serviceId);
    const next = { ...wanted, variantId: short?.id ?? '', startsAt: thirteen };
    expect(await orderSlots(order(next))).not.toMatchObject({ reason: 'not_found' });
  });
});

describe('countBookingsAhead', () => {
  it('counts what is booked and not over, by service', async () => {
    const { asked, wanted } = await booked();
    const ahead = async (then = now) =>
      (await countBookingsAhead(db, { mentorId: asked.userId, now: then })).get(asked.serviceId);
    expect(await ahead()).toBe(1);
    await book({ ...wanted, startsAt: thirteen });
    expect(await ahead()).toBe(2);
    expect(await ahead(ten.add({ hours: 2 }))).toBe(1);
    expect(await ahead(now.add({ hours: 24 * 30 }))).toBeUndefined();
  });
});

describe('editService', () => {
  it('counts for new bookings, and leaves those that were made', async () => {
    const { asked, wanted, bookingId, before } = await booked();
    const changed = service({ capacity: 1, bufferAfterMinutes: 30, formats: ['video'] });
    expect(await editService({ ...asked, service: changed })).toMatchObject({ ok: true });
    expect(await readService(asked.serviceId)).toMatchObject(columns(changed));
    expect(await recordOf(bookingId)).toEqual(before);
    const next = await book({ ...wanted, startsAt: thirteen });
    expect((await recordOf(next.bookingId)).session).toMatchObject({ bufferAfterMinutes: 30 });
  });

  it('takes the formats of the service for the mentor’s, and the mentor’s where it has none', async () => {
    const { asked, wanted } = await booked();
    const byPhone = { format: 'phone' as const, phone: '+33 6', place: '', subject: '', notes: '' };
    const phone = order({ ...wanted, startsAt: thirteen, details: byPhone });
    const video = order({ ...wanted, startsAt: thirteen });
    await editService({ ...asked, service: service({ formats: ['phone'] }) });
    expect(await orderSlots(video)).toMatchObject({ reason: 'format_unavailable' });
    await editService({ ...asked, service: service({ formats: ['video'] }) });
    expect(await orderSlots(phone)).toMatchObject({ reason: 'format_unavailable' });
    await editService({ ...asked, service: service({ formats: null }) });
    expect(await orderSlots(phone)).toMatchObject({ ok: true });
  });

  it('lets a mentor be found by the formats of their services', async () => {
    const word = `w${uuidv7().replaceAll('-', '')}`;
    const { mentorId, serviceId } = await makeMentor({
      mentor: { headline: word, formats: ['video'] },
    });
    const found = async (format: 'video' | 'phone') =>
      (
        await searchMentors(db, {
          viewerId: null,
          words: [{ typed: word, text: word, isKnown: true }],
          matching: 'all',
          meantSkills: [],
          skills: [],
          language: null,
          maxPrice: null,
          sort: 'match',
          limit: 5,
          offset: 0,
          format,
        })
      ).total;
    expect(await found('video')).toBe(1);
    await editService({
      userId: mentorId,
      serviceId,
      service: service({ formats: ['phone'] }),
      now,
    });
    expect(await found('video')).toBe(0);
    expect(await found('phone')).toBe(1);
  });
});

/** A mentor with three services, as made before there was an order: all at 0. */
async function three() {
  const { mentorId, serviceId } = await makeMentor();
  const others = [uuidv7(), uuidv7()];
  await db.insert(services).values(others.map((id) => ({ id, mentorId, title: id })));
  const ids = [serviceId, ...others].toSorted();
  const sequence = async () =>
    (
      await db
        .select({ id: services.id })
        .from(services)
        .where(eq(services.mentorId, mentorId))
        .orderBy(asc(services.position), asc(services.id))
    ).map(({ id }) => ids.indexOf(id));
  const move = (index: number, direction: 'up' | 'down') =>
    moveService({ userId: mentorId, serviceId: ids[index] ?? '', direction, now });
  return { mentorId, ids, sequence, move };
}

describe('moveService', () => {
  it('moves a place at a time, and stays at the ends', async () => {
    const { sequence, move } = await three();
    await move(0, 'down');
    expect(await sequence()).toEqual([1, 0, 2]);
    await move(2, 'up');
    expect(await sequence()).toEqual([1, 2, 0]);
    expect(await move(1, 'up')).toMatchObject({ ok: true });
    expect(await sequence()).toEqual([1, 2, 0]);
  });

  it('steps over what is archived, and moves nothing archived', async () => {
    const { mentorId, ids, sequence, move } = await three();
    await archiveService({ userId: mentorId, serviceId: ids[1] ?? '', now });
    await move(2, 'up');
    const offered = (await sequence()).filter((index) => index !== 1);
    expect(offered).toEqual([2, 0]);
    expect(await move(1, 'up')).toMatchObject({ reason: 'not_found' });
  });

  it('loses nothing when two tabs move at once', async () => {
    const { sequence, move } = await three();
    await Promise.all([move(0, 'down'), move(2, 'up'), move(1, 'down')]);
    expect((await sequence()).toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
  });
});

describe('archiving a service', () => {
  it('keeps it from being booked, leaves what was booked, and can be undone', async () => {
    const { asked, wanted, bookingId, before } = await booked();
    const other = order({ ...wanted, startsAt: thirteen });
    expect(await archiveService(asked)).toMatchObject({ ok: true });
    expect(await orderSlots(other)).toMatchObject({ reason: 'not_found' });
    expect(await recordOf(bookingId)).toEqual(before);
    const archivedAgain = await archiveService({ ...asked, now: now.add({ hours: 1 }) });
    expect(archivedAgain).toMatchObject({ ok: true });
    expect(await readService(asked.serviceId)).toMatchObject({ archivedAt: now });
    expect(await restoreService(asked)).toMatchObject({ ok: true });
    expect(await orderSlots(other)).toMatchObject({ ok: true });
  });

  it('brings it back behind the others', async () => {
    const { asked, mentorId } = await booked();
    await archiveService(asked);
    const variant = { durationMinutes: 30, priceCredits: 0 };
    await createService({ userId: mentorId, service: service(), variant, now });
    await restoreService(asked);
    expect(await readService(asked.serviceId)).toMatchObject({ archivedAt: null, position: 2 });
  });

  it('waits for whoever is booking, so that it falls before or after', async () => {
    const { asked, wanted } = await booked();
    const [archived, result] = await Promise.all([
      archiveService(asked),
      orderSlots(order({ ...wanted, startsAt: thirteen })),
    ]);
    expect(archived.ok).toBe(true);
    expect(result.ok || result.reason === 'not_found').toBe(true);
  });
});

describe('what the organization allows', () => {
  it('counts for what is new, and takes nothing away that is offered', async () => {
    const organizationId = await makeOrganization();
    const { mentorId: userId, serviceId } = await makeMentor({
      mentor: { organizationId, formats: ['video', 'in_person'] },
      service: { formats: ['in_person'] },
    });
    const limits = { allowedFormats: ['video' as const], allowedLengths: [30] };
    await db.update(organizations).set(limits).where(eq(organizations.id, organizationId));
    const variant = { durationMinutes: 30, priceCredits: 0 };
    const made = (values: Partial<ServiceInput>, durationMinutes = 30) =>
      createService({
        userId,
        service: service({ formats: ['video'], ...values }),
        variant: { ...variant, durationMinutes },
        now,
      });
    expect(await made({ formats: ['phone'] })).toMatchObject({ reason: 'format_not_allowed' });
    expect(await made({}, 45)).toMatchObject({ reason: 'length_not_allowed' });
    expect(await made({})).toMatchObject({ ok: true });

    // In person and an hour were offered before.
    const own = { userId, serviceId, now };
    const kept = service({ title: 'Another title', formats: ['in_person'] });
    expect(await editService({ ...own, service: kept })).toMatchObject({ ok: true });
    const phone = service({ formats: ['in_person', 'phone'] });
    expect(await editService({ ...own, service: phone })).toMatchObject({
      reason: 'format_not_allowed',
    });
    const hour = { durationMinutes: 90, priceCredits: 0 };
    expect(await addVariant({ ...own, variant: hour })).toMatchObject({
      reason: 'length_not_allowed',
    });
    expect(await addVariant({ ...own, variant })).toMatchObject({ ok: true });
    expect((await readVariants(serviceId)).map((row) => row.durationMinutes)).toEqual([30, 60]);
  });
});

describe('lengths and prices', () => {
  it('changes a price for the next booking, and leaves those that were made', async () => {
    const { asked, variantId, wanted, bookingId, before } = await booked();
    expect(await changePrice({ ...asked, variantId, priceCredits: 25 })).toMatchObject({
      ok: true,
    });
    expect(await recordOf(bookingId)).toEqual(before);
    expect(before.booking.priceCredits).toBe(10);
    const next = await book({ ...wanted, startsAt: thirteen });
    expect(await readBooking(next.bookingId)).toMatchObject({ priceCredits: 25 });
  });

  it('adds a length, each once', async () => {
    const { asked } = await booked();
    const variant = { durationMinutes: 90, priceCredits: 15 };
    expect(await addVariant({ ...asked, variant })).toMatchObject({ ok: true });
    expect(await addVariant({ ...asked, variant: { ...variant, priceCredits: 9 } })).toMatchObject({
      reason: 'length_exists',
    });
    expect(await readVariants(asked.serviceId)).toMatchObject([
      { durationMinutes: 60, priceCredits: 10 },
      variant,
    ]);
  });

  it('adds it once also when two tabs do', async () => {
    const { asked } = await booked();
    const variant = { durationMinutes: 90, priceCredits: 15 };
    const results = await Promise.all([1, 2, 3].map(() => addVariant({ ...asked, variant })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readVariants(asked.serviceId)).toHaveLength(2);
  });

  it('is refused beyond the number that is enough', async () => {
    const { asked } = await booked();
    for (let count = 1; count < mostVariants; count += 1) {
      await addVariant({ ...asked, variant: { durationMinutes: 5 * count, priceCredits: 0 } });
    }
    const variant = { durationMinutes: 240, priceCredits: 0 };
    expect(await addVariant({ ...asked, variant })).toMatchObject({ reason: 'too_many' });
  });

  it('archives a length: nobody books it, what was booked stays, and it may be added anew', async () => {
    const { asked, variantId, wanted, bookingId, before } = await booked();
    expect(await archiveVariant({ ...asked, variantId })).toMatchObject({ ok: true });
    expect(await orderSlots(order({ ...wanted, startsAt: thirteen }))).toMatchObject({
      reason: 'not_found',
    });
    expect(await recordOf(bookingId)).toEqual(before);
    expect(await archiveVariant({ ...asked, variantId })).toMatchObject({ reason: 'not_found' });
    expect(await changePrice({ ...asked, variantId, priceCredits: 1 })).toMatchObject({
      reason: 'not_found',
    });
    const variant = { durationMinutes: 60, priceCredits: 30 };
    expect(await addVariant({ ...asked, variant })).toMatchObject({ ok: true });
  });
});

type Asked = { userId: string; serviceId: string; variantId: string };

/** Every action on a mentor’s offer, and on their profile where it can name no other. */
const actions: Record<string, (asked: Asked) => Promise<{ ok: boolean; reason?: string }>> = {
  editService: (asked) => editService({ ...asked, service: service(), now }),
  moveService: (asked) => moveService({ ...asked, direction: 'down', now }),
  copyService: (asked) => copyService({ ...asked, title: 'Mine', now }),
  archiveService: (asked) => archiveService({ ...asked, now }),
  restoreService: (asked) => restoreService({ ...asked, now }),
  addVariant: (asked) =>
    addVariant({ ...asked, variant: { durationMinutes: 15, priceCredits: 1 }, now }),
  changePrice: (asked) => changePrice({ ...asked, priceCredits: 1, now }),
  archiveVariant: (asked) => archiveVariant({ ...asked, now }),
};

/** The rows as they are, to see that nothing touched them. */
const rowsOf = async (serviceId: string) => [
  await readService(serviceId),
  await readVariants(serviceId),
];

describe('a stranger', () => {
  it.each(Object.entries(actions))(
    '%s: another mentor’s is as if it did not exist',
    async (_, act) => {
      const theirs = await makeMentor();
      const own = await makeMentor();
      const someone = await makeUser();
      const blocked = await makeMentor();
      await db.update(users).set({ blockedAt: monday }).where(eq(users.id, blocked.mentorId));
      const before = await rowsOf(theirs.serviceId);
      const { serviceId, variantId } = theirs;
      const nothing = { ok: false, reason: 'not_found' };
      for (const userId of [own.mentorId, someone.id, uuidv7()]) {
        expect(await act({ userId, serviceId, variantId })).toEqual(nothing);
      }
      expect(await act({ userId: own.mentorId, serviceId: uuidv7(), variantId: uuidv7() })).toEqual(
        nothing,
      );
      const { mentorId } = blocked;
      expect(await act({ ...blocked, userId: mentorId })).toEqual(nothing);
      expect(await rowsOf(serviceId)).toEqual(before);
      // And the same does work on one's own, so it is not refused for another reason.
      if (act === actions['restoreService'])
        await archiveService({ ...own, userId: own.mentorId, now });
      expect(await act({ ...own, userId: own.mentorId })).toMatchObject({ ok: true });
    },
  );

  it.each(['changePrice', 'archiveVariant'])(
    '%s: a variant of theirs is not reached through a service of one’s own',
    async (name) => {
      const theirs = await makeMentor();
      const own = await makeMentor();
      const mixed = {
        userId: own.mentorId,
        serviceId: own.serviceId,
        variantId: theirs.variantId,
      };
      expect(await actions[name]?.(mixed)).toEqual({ ok: false, reason: 'not_found' });
      expect(await readVariants(theirs.serviceId)).toMatchObject([
        { archivedAt: null, priceCredits: 0 },
      ]);
    },
  );

  it('cannot create anything without being a mentor', async () => {
    const { id: userId } = await makeUser();
    const variant = { durationMinutes: 30, priceCredits: 0 };
    expect(await createService({ userId, service: service(), variant, now })).toMatchObject({
      reason: 'not_found',
    });
  });

  it('changes no other profile: the actions name nobody but who acts', async () => {
    const theirs = await makeMentor();
    const { mentorId: userId } = await makeMentor();
    await unpublishMentor({ userId, now });
    const away = { takingBookings: false, resumesOn: null, awayMessage: 'Away' };
    await setTakingBookings({ userId, ...away, now });
    const profile = {
      name: 'Me',
      headline: 'Mine',
      bio: 'Me',
      city: '',
      skills: [],
      languages: [],
      writtenIn: 'en',
      timeZone: 'UTC',
      formats: ['video' as const],
      address: '',
      videoUrl: '',
      links: [],
    };
    await saveProfile({ userId, profile, organization: 'public', now });
    const wanted = { mentorId: theirs.mentorId, variantId: theirs.variantId, startsAt: ten };
    const mentee = await makeUser();
    expect(await orderSlots(order({ booker: user(mentee.id), ...wanted }))).toMatchObject({
      ok: true,
    });
  });
});
