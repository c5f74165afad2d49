/** Services that are reached by their link alone: there for who has it, for everybody else as if they were not. */
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { getBookingForPerson } from '@/db/queries/bookings-read';
import { getHoldByToken } from '@/db/queries/holds';
import { listActiveVariants } from '@/db/queries/mentor-profile';
import { listOffers } from '@/db/queries/mentors';
import { mentors } from '@/db/schema/mentors';
import { services, variants } from '@/db/schema/services';
import { hashToken } from '@/lib/auth/tokens';
import { moveBooking } from '@/lib/bookings/service/move-booking';
import {
  copyService,
  createService,
  editService,
  renewServiceLink,
} from '@/lib/services/service/edit-services';
import {
  book,
  countRows,
  mintHoldLink,
  order,
  readBooking,
  user,
  visitor,
} from '@/testing/bookings';
import { at, makeMentor, makeUser, monday, ten } from '@/testing/people';
import { confirmHold } from './confirm-hold';
import { orderSlots } from './order-slots';

const now = monday;
const noon = at('2026-11-24T12:00');
const service = {
  title: 'Xylophone circle',
  description: '',
  writtenIn: 'en',
  sessionType: 'other',
  capacity: 1,
  bufferBeforeMinutes: null,
  bufferAfterMinutes: null,
  formats: null,
  isByLink: true,
} as const;

async function readLink(serviceId: string): Promise<string> {
  const [row] = await db.select().from(services).where(eq(services.id, serviceId));
  return row?.linkToken ?? '';
}

async function addPrivate(userId: string) {
  const variant = { durationMinutes: 60, priceCredits: 0 };
  const made = await createService({ userId, service, variant, now });
  if (!made.ok) throw new Error(made.reason);
  const { serviceId } = made.value;
  const [row] = await db.select().from(variants).where(eq(variants.serviceId, serviceId));
  return { serviceId, variantId: row?.id ?? '', link: await readLink(serviceId) };
}

/** A mentor with a service that everybody sees, and two that are reached by their links. */
async function makePrivate() {
  const mentor = await makeMentor();
  const { mentorId } = mentor;
  const [hidden, other] = [await addPrivate(mentorId), await addPrivate(mentorId)];
  const asked = { userId: mentorId, serviceId: hidden.serviceId, now };
  const { id } = await makeUser();
  const wanted = { mentorId, variantId: hidden.variantId, startsAt: ten };
  return { mentor, mentorId, hidden, other, asked, menteeId: id, wanted };
}

let addresses = 0;
const address = () => `private-${(addresses += 1)}@links.test`;

describe('a service by link only', () => {
  it('answers a stranger who guesses its id as one that does not exist, whatever they send', async () => {
    const { mentorId, menteeId, hidden, other, wanted } = await makePrivate();
    const before = await countRows(mentorId);
    const unknown = { ...wanted, variantId: uuidv7() };
    const several = { starts: [ten, noon], policy: 'all' } as const;
    const bookers = [user(menteeId), user(mentorId), visitor(address())];
    for (const booker of bookers) {
      for (const form of [{}, several]) {
        if (booker.kind === 'visitor' && 'starts' in form) continue;
        const expected = await orderSlots(order({ booker, ...unknown, ...form }));
        expect(expected).toMatchObject({ reason: 'not_found' });
        const links = [null, 'A'.repeat(43), other.link, hidden.serviceId, ''];
        for (const link of links) {
          const answer = await orderSlots(order({ booker, ...wanted, ...form, link }));
          expect(answer, `${booker.kind} with ${link}`).toEqual(expected);
        }
      }
    }
    expect(await countRows(mentorId)).toEqual(before);
  });

  it('is not told from an unknown one by a mentor who takes no bookings, or by a wrong price', async () => {
    const { mentorId, menteeId, wanted } = await makePrivate();
    const booker = user(menteeId);
    const asked = { ...wanted, booker, priceCredits: -1 };
    expect(await orderSlots(order(asked))).toMatchObject({ reason: 'not_found' });
    await db.update(mentors).set({ takingBookings: false }).where(eq(mentors.userId, mentorId));
    expect(await orderSlots(order(asked))).toMatchObject({ reason: 'not_found' });
  });

  it('is booked by who has its link: a visitor, a user, and several at once', async () => {
    const { menteeId, hidden, wanted } = await makePrivate();
    const { link } = hidden;
    expect(await book({ ...wanted, booker: visitor(address()), link })).toMatchObject({
      status: 'held',
    });
    const starts = [noon, at('2026-11-25T12:00')];
    const booked = await book({ ...wanted, booker: user(menteeId), starts, link });
    expect(booked.bookings).toHaveLength(2);
    const taken = await orderSlots(order({ ...wanted, booker: user(menteeId), link }));
    expect(taken).toMatchObject({ reason: 'slot_taken' });
    expect(taken.ok ? [] : taken.failures[0]?.alternatives).toHaveLength(3);
  });

  it('is on no list of what can be booked, and among no words that are searched', async () => {
    const { mentor, mentorId, hidden, other } = await makePrivate();
    const shown = async (to: Parameters<typeof listActiveVariants>[1]['to']) =>
      (await listActiveVariants(db, { mentorId, to })).map(({ serviceId }) => serviceId);
    expect(await shown(null)).toEqual([mentor.serviceId]);
    expect(await shown({ link: hidden.link })).toEqual([hidden.serviceId]);
    expect(await shown({ link: 'A'.repeat(43) })).toEqual([]);
    const all = [mentor.serviceId, hidden.serviceId, other.serviceId];
    expect(await shown('mentor')).toEqual(all);
    const offers = await listOffers(db, { mentorIds: [mentorId] });
    expect(offers.map(({ variantId }) => variantId)).toEqual([mentor.variantId]);
    const wordsOf = async () => {
      const [row] = await db.select().from(mentors).where(eq(mentors.userId, mentorId));
      return row?.searchWords;
    };
    expect(await wordsOf()).not.toContain('xylophone');
    const open = { ...service, isByLink: false };
    await editService({ userId: mentorId, serviceId: hidden.serviceId, service: open, now });
    expect(await wordsOf()).toContain('xylophone');
  });

  it('keeps its link when it is edited, and gets another when it is renewed or copied', async () => {
    const { asked, hidden, menteeId, wanted } = await makePrivate();
    const edit = (values: object) => editService({ ...asked, service: { ...service, ...values } });
    await edit({ title: 'Renamed' });
    expect(await readLink(hidden.serviceId)).toBe(hidden.link);
    const copied = await copyService({ ...asked, title: 'Copy' });
    const copy = copied.ok ? await readLink(copied.value.serviceId) : '';
    expect(copy).toHaveLength(43);
    expect(copy).not.toBe(hidden.link);

    expect(await renewServiceLink(asked)).toEqual({ ok: true, value: null });
    const renewed = await readLink(hidden.serviceId);
    const booker = user(menteeId);
    const byOld = await orderSlots(order({ ...wanted, booker, link: hidden.link }));
    expect(byOld).toMatchObject({ reason: 'not_found' });
    expect(await orderSlots(order({ ...wanted, booker, link: renewed }))).toMatchObject({
      ok: true,
    });

    await edit({ isByLink: false });
    expect(await renewServiceLink(asked)).toEqual({ ok: false, reason: 'not_found' });
    const open = { ...wanted, booker, startsAt: noon };
    expect(await orderSlots(order(open))).toMatchObject({ ok: true });
    await edit({ isByLink: true });
    expect([hidden.link, renewed, '']).not.toContain(await readLink(hidden.serviceId));
  });

  it.each([
    ['its link is renewed', true],
    ['everybody saw it before', false],
  ])('leaves what was booked as it is when %s', async (_, wasByLink) => {
    const { mentor, mentorId, hidden, asked, menteeId } = await makePrivate();
    const { serviceId, variantId, link } = wasByLink ? hidden : { ...mentor, link: null };
    const wanted = { mentorId, variantId, link };
    const booked = await book({ ...wanted, booker: user(menteeId), startsAt: ten });
    const email = address();
    const held = await book({ ...wanted, booker: visitor(email), startsAt: noon });
    const token = await mintHoldLink(held.bookingId, { email, now });
    if (wasByLink) await renewServiceLink({ ...asked, now: now.add({ minutes: 1 }) });
    else await editService({ ...asked, serviceId, service, now: now.add({ minutes: 1 }) });

    const later = now.add({ minutes: 5 });
    const startsAt = at('2026-11-25T10:00');
    const { bookingId } = booked;
    for (const userId of [menteeId, mentorId]) {
      const to = userId === mentorId ? startsAt.add({ hours: 2 }) : startsAt;
      const moved = await moveBooking({ userId, bookingId, startsAt: to, now: later });
      expect(moved).toMatchObject({ ok: true });
    }
    // The hold has lapsed, and what its visitor asked for is booked anew.
    const confirmed = await confirmHold({ token, now: now.add({ minutes: 30 }) });
    expect(confirmed).toMatchObject({ ok: true, value: { status: 'confirmed' } });
  });

  it('tells its link to who booked by it, and no other that it gets later', async () => {
    const { hidden, asked, menteeId, wanted } = await makePrivate();
    const { link } = hidden;
    const { bookingId } = await book({ ...wanted, booker: user(menteeId), link });
    const email = address();
    const held = await book({ ...wanted, booker: visitor(email), startsAt: noon, link });
    const tokenHash = hashToken(await mintHoldLink(held.bookingId, { email, now }));
    const known = async () => [
      (await getBookingForPerson(db, { bookingId, userId: menteeId, now }))?.serviceLink,
      (await getHoldByToken(db, { tokenHash }))?.link,
    ];
    expect(await known()).toEqual([link, link]);
    await renewServiceLink({ ...asked, now: now.add({ minutes: 1 }) });
    expect(await known()).toEqual([null, null]);
    expect(await readBooking(bookingId)).toMatchObject({ status: 'confirmed' });
  });
});
