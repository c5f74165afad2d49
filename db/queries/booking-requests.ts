import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '../client';
import { insertRows } from '../insert-rows';
import { prepared } from '../prepared';
import { bookingRequests } from '../schema/bookings';

const columns = {
  id: bookingRequests.id,
  bookingIds: bookingRequests.bookingIds,
  failures: bookingRequests.failures,
};

const findUsers = prepared((db) =>
  db
    .select(columns)
    .from(bookingRequests)
    .where(
      and(
        eq(bookingRequests.requestId, sql.placeholder('requestId')),
        eq(bookingRequests.userId, sql.placeholder('userId')),
      ),
    )
    .limit(1),
);

const findVisitors = prepared((db) =>
  db
    .select(columns)
    .from(bookingRequests)
    .where(
      and(
        eq(bookingRequests.requestId, sql.placeholder('requestId')),
        eq(bookingRequests.email, sql.placeholder('email')),
      ),
    )
    .limit(1),
);

export type BookingRequest = NonNullable<Awaited<ReturnType<typeof getBookingRequest>>>;

/** What the same form of a user's, or of an address's, led to when it was sent before; or null. */
export async function getBookingRequest(
  tx: Executor,
  { requestId, ...booker }: { requestId: string } & ({ userId: string } | { email: string }),
) {
  const [request] =
    'userId' in booker
      ? await findUsers(tx, { requestId, userId: booker.userId })
      : await findVisitors(tx, { requestId, email: booker.email });
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
  await insertRows(tx, bookingRequests, [request]);
}

/** Counts what a form led to as another address's, from now on. */
export async function moveBookingRequest(
  tx: Executor,
  { id, email }: { id: string; email: string },
): Promise<void> {
  await tx.update(bookingRequests).set({ email }).where(eq(bookingRequests.id, id));
}
