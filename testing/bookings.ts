import { expect } from 'vitest';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { eq, or, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { bookingEvents, bookings } from '@/db/schema/bookings';
import { emailTokens } from '@/db/schema/auth';
import { sessions } from '@/db/schema/sessions';
import { mintToken } from '@/lib/auth/tokens';
import type { BookBatch } from '@/lib/orders/service/book-batch';
import type { BookSlot } from '@/lib/orders/service/book-slot';
import { bookSlot } from '@/lib/orders/service/book-slot';
import { monday } from './people';

const whateverItCosts = Number.MAX_SAFE_INTEGER;

/** What a mentee sends from the booking form; a video session unless said otherwise. */
export function form(
  values: Pick<BookSlot, 'booker' | 'mentorId' | 'variantId' | 'startsAt'> & Partial<BookSlot>,
): BookSlot {
  return {
    requestId: uuidv7(),
    details: { format: 'video', phone: '', place: '', subject: 'Hello', notes: '' },
    answers: [],
    priceCredits: whateverItCosts,
    now: monday,
    ...values,
  };
}

/** What a mentee sends who has ticked several slots; takes what fits unless said otherwise. */
export function batchForm(
  values: Pick<BookBatch, 'menteeId' | 'mentorId' | 'variantId' | 'starts'> & Partial<BookBatch>,
): BookBatch {
  return {
    requestId: uuidv7(),
    policy: 'fits',
    priceCredits: whateverItCosts,
    details: { format: 'video', phone: '', place: '', subject: 'Hello', notes: '' },
    answers: [],
    now: monday,
    ...values,
  };
}

export function user(userId: string): BookSlot['booker'] {
  return { kind: 'user', userId };
}

export function visitor(email: string): BookSlot['booker'] {
  return { kind: 'visitor', name: 'Fatou Sow', email, locale: 'fr', timeZone: 'Africa/Dakar' };
}

/** A booking that must succeed. */
export async function book(...[values]: Parameters<typeof form>) {
  const result = await bookSlot(form(values));
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.value;
}

/** The link that the mail about a hold carries. */
export async function mintHoldLink(
  bookingId: string,
  { email, now }: { email: string; now: Temporal.Instant },
) {
  const { token, tokenHash } = mintToken();
  await db.insert(emailTokens).values({
    tokenHash,
    purpose: 'hold',
    email,
    bookingId,
    expiresAt: now.add({ hours: 24 }),
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

/** Sends the form and expects it to be refused, leaving nothing behind. */
export async function expectRefusal(reason: string, values: Parameters<typeof form>[0]) {
  const before = await countRows(values.mentorId);
  const result = await bookSlot(form(values));
  expect(result).toMatchObject({ ok: false, reason });
  expect(await countRows(values.mentorId)).toEqual(before);
  return result.ok
    ? []
    : result.alternatives.map(({ start }) => new Date(start).toISOString().slice(5, 16));
}
