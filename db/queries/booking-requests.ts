import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { bookingRequests } from '../schema/bookings';

/** What the same form led to when it was sent before; null the first time. */
export async function getBookingRequest(
  tx: Executor,
  { requestId, userId, email }: { requestId: string; userId: string | null; email: string | null },
) {
  const booker =
    userId === null ? sql`${bookingRequests.email} = ${email}` : eq(bookingRequests.userId, userId);
  const [request] = await tx
    .select({
      id: bookingRequests.id,
      bookingIds: bookingRequests.bookingIds,
      failures: bookingRequests.failures,
    })
    .from(bookingRequests)
    .where(and(eq(bookingRequests.requestId, requestId), booker))
    .limit(1);
  return request ?? null;
}

/** Forgets what a form led to, so that it books again when it is sent again. */
export async function deleteBookingRequest(tx: Executor, { id }: { id: string }): Promise<void> {
  await tx.delete(bookingRequests).where(eq(bookingRequests.id, id));
}

export async function insertBookingRequest(
  tx: Executor,
  request: typeof bookingRequests.$inferInsert,
): Promise<void> {
  await tx.insert(bookingRequests).values(request);
}
