/** Rows for tests of mails: bookings put straight into a state, and deliveries about them. */
import { Temporal } from 'temporal-polyfill';
import { and, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { deliveries } from '@/db/schema/outbox';
import { sessions } from '@/db/schema/sessions';
import { sendMails } from '@/lib/mails/service';
import { enqueueDeliveries, type NewDelivery } from '@/lib/outbox/service';
import { makeMentor, makeUser, monday, publicOrganizationId } from './people';

/** A booking of tomorrow's hour from 15:00 in UTC with a new mentor, in any state. */
export async function makeBooking(values: Partial<typeof bookings.$inferInsert> = {}) {
  const mentor = await makeMentor({ priceCredits: 10 });
  const start = Temporal.Instant.from('2026-11-24T15:00:00Z');
  const period = { start, end: start.add({ hours: 1 }) };
  const [session] = await db
    .insert(sessions)
    .values({
      organizationId: publicOrganizationId,
      mentorId: mentor.mentorId,
      serviceId: mentor.serviceId,
      variantId: mentor.variantId,
      durationMinutes: 60,
      period,
      occupied: period,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      capacity: 1,
      format: 'video',
      createdAt: monday,
    })
    .returning();
  const held = values.status === 'held';
  const mentee = held ? null : await makeUser({ name: 'Awa Diop', timeZone: 'Africa/Dakar' });
  const [booking] = await db
    .insert(bookings)
    .values({
      reference: `BAO-${uuidv7().slice(-8)}`,
      organizationId: publicOrganizationId,
      sessionId: session?.id ?? '',
      seat: 0,
      mentorId: mentor.mentorId,
      period,
      sessionCapacity: 1,
      menteeId: mentee?.id ?? null,
      ...(held && {
        guestName: 'Fatou Sow',
        guestEmail: 'fatou@example.test',
        guestLocale: 'fr',
        guestTimeZone: 'Africa/Dakar',
        expiresAt: monday.add({ minutes: 20 }),
      }),
      status: 'confirmed',
      priceCredits: 10,
      createdAt: monday,
      requestedAt: monday,
      confirmedAt: monday,
      startedAt: monday,
      ...(values.status === 'cancelled' && {
        cancelledAt: monday,
        cancelledBy: 'mentee',
        cancelReason: 'Ill',
      }),
      ...values,
    })
    .returning();
  if (!booking) throw new Error('no booking was made');
  return { booking, mentor, mentee };
}

export async function enqueue(values: Partial<NewDelivery> = {}): Promise<string> {
  const [id] = await enqueueAll([
    {
      kind: 'sign_in',
      recipientId: null,
      recipientEmail: 'someone@example.test',
      locale: 'en',
      now: monday,
      ...values,
    },
  ]);
  if (!id) throw new Error('nothing was enqueued');
  return id;
}

/** @returns the deliveries' ids, in order */
export async function enqueueAll(list: readonly NewDelivery[]): Promise<string[]> {
  return db.transaction(async (tx) => {
    await enqueueDeliveries(tx, list);
    const made = await tx
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(sql`xmin = pg_current_xact_id()::xid`)
      .orderBy(deliveries.id);
    return made.map(({ id }) => id);
  });
}

/** What `work` made, and the ids of the mails that came into the outbox meanwhile, in order. */
export async function mailsOf<Value>(
  work: () => Promise<Value>,
): Promise<{ value: Value; deliveryIds: string[] }> {
  const before = await db.select({ id: deliveries.id }).from(deliveries);
  const value = await work();
  const known = before.map(({ id }) => id);
  const made = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(notInArray(deliveries.id, known))
    .orderBy(deliveries.id);
  return { value, deliveryIds: made.map(({ id }) => id) };
}

/** Sends these of what is due; for so long, another run has all others. */
export async function dispatchOnly(
  ids: readonly string[],
  options: Parameters<typeof sendMails>[0],
) {
  const others = await db
    .update(deliveries)
    .set({ leasedUntil: options.now.add({ hours: 1 }) })
    .where(
      and(
        eq(deliveries.status, 'pending'),
        isNull(deliveries.leasedUntil),
        notInArray(deliveries.id, [...ids]),
      ),
    )
    .returning({ id: deliveries.id });
  const counts = await sendMails(options);
  const otherIds = others.map(({ id }) => id);
  await db.update(deliveries).set({ leasedUntil: null }).where(inArray(deliveries.id, otherIds));
  return counts;
}

export async function readDelivery(id: string) {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id));
  if (!row) throw new Error('no such delivery');
  return row;
}
