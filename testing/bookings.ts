import { expect } from 'vitest';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { eq, or, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { bookingEvents, bookings } from '@/db/schema/bookings';
import { emailTokens } from '@/db/schema/auth';
import { sessions } from '@/db/schema/sessions';
import { mintToken } from '@/lib/auth/tokens';
import { linkHours } from '@/lib/mails/rules';
import { type Order, orderSlots } from '@/lib/orders/service/order-slots';
import { makeMentor, type MentorSettings, makeUser, monday, ten } from './people';

type Wanted = Pick<Order, 'booker' | 'mentorId' | 'variantId'> &
  Partial<Order> &
  ({ startsAt: Temporal.Instant } | { starts: Temporal.Instant[] });

/**
 * What a booker sends from the form, for one slot or several; a video session unless said otherwise,
 * whatever it costs, and of several slots what fits.
 */
export function order(wanted: Wanted): Order {
  return {
    requestId: uuidv7(),
    starts: 'startsAt' in wanted ? [wanted.startsAt] : [],
    policy: 'fits',
    details: { format: 'video', phone: '', place: '', subject: 'Hello', notes: '' },
    answers: [],
    link: null,
    priceCredits: Number.MAX_SAFE_INTEGER,
    now: monday,
    ...wanted,
  };
}

export function user(userId: string, network: string | null = null): Order['booker'] {
  return { kind: 'user', userId, network };
}

export function visitor(email: string, network: string | null = null): Order['booker'] {
  const place = { timeZone: 'Africa/Dakar', network };
  return { kind: 'visitor', name: 'Fatou Sow', email, locale: 'fr', ...place };
}

/** An order that must succeed, with the first of its bookings on top. */
export async function book(wanted: Wanted) {
  const result = await orderSlots(order(wanted));
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  const [first] = result.value.bookings;
  return { ...result.value, ...first };
}

/** A new mentor and a new mentee, who has booked them: tomorrow at ten, unless said otherwise. */
export async function makeBooked({
  mentee: person,
  startsAt = ten,
  now = monday,
  ...settings
}: MentorSettings & {
  mentee?: Parameters<typeof makeUser>[0];
  startsAt?: Temporal.Instant;
  now?: Temporal.Instant;
} = {}) {
  const [mentor, mentee] = [await makeMentor(settings), await makeUser(person)];
  const { mentorId, variantId } = mentor;
  const wanted = { booker: user(mentee.id), mentorId, variantId, startsAt, now };
  const { bookingId } = await book(wanted);
  return { mentor, mentee, mentorId, menteeId: mentee.id, variantId, bookingId, wanted };
}

/** The link that the mail about a hold, or a proposal, carries. */
export async function mintHoldLink(
  bookingId: string,
  {
    email,
    purpose = 'hold',
    now,
  }: { email: string; purpose?: 'hold' | 'proposal'; now: Temporal.Instant },
) {
  const { token, tokenHash } = mintToken();
  await db.insert(emailTokens).values({
    tokenHash,
    purpose,
    email,
    bookingId,
    expiresAt: now.add({ hours: linkHours[purpose] }),
    createdAt: now,
  });
  return token;
}

export async function readBooking(id: string) {
  const [booking] = await db.select().from(bookings).where(eq(bookings.id, id));
  if (!booking) throw new Error('no such booking');
  return booking;
}

export async function readTrail(bookingId: string) {
  return db
    .select()
    .from(bookingEvents)
    .where(eq(bookingEvents.bookingId, bookingId))
    .orderBy(bookingEvents.id);
}

/** Sessions and bookings in which a person has a part: what a refusal must not have added to. */
export async function countRows(personId: string) {
  const given = await db.$count(sessions, eq(sessions.mentorId, personId));
  const made = await db.$count(
    bookings,
    or(eq(bookings.mentorId, personId), eq(bookings.menteeId, personId)),
  );
  return { sessions: given, bookings: made };
}

/** Pairs of live sessions of one mentor, or bookings of one mentee, that overlap: always none. */
export async function countCollisions() {
  const [row] = await db.execute<{ collisions: number }>(sql`
    select (
      (select count(*) from sessions a join sessions b
        on a.id < b.id and a.mentor_id = b.mentor_id and a.active and b.active and a.occupied && b.occupied)
      + (select count(*) from bookings a join bookings b
        on a.id < b.id and a.session_active and b.session_active and a.period && b.period
        and (a.mentee_id = b.mentee_id or a.mentee_id = b.mentor_id or a.mentor_id = b.mentee_id))
    )::int as collisions`);
  return row?.collisions;
}

export async function expectNoCollisions(): Promise<void> {
  expect(await countCollisions()).toBe(0);
}

/** Sends the form and expects it to be refused, leaving nothing behind. */
export async function expectRefusal(reason: string, wanted: Wanted) {
  const before = await countRows(wanted.mentorId);
  const result = await orderSlots(order(wanted));
  expect(result).toMatchObject({ ok: false, reason });
  expect(await countRows(wanted.mentorId)).toEqual(before);
  const alternatives = result.ok ? [] : result.failures.flatMap((failure) => failure.alternatives);
  return alternatives.map((start) => start.toString().slice(5, 16));
}
