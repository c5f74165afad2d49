import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { listLapsed } from '@/db/queries/due-bookings';
import { lockSessions } from '@/db/queries/sessions';
import { lockPeople, type Person } from '@/db/queries/people';
import { expire } from './transitions';

/**
 * Locks the people whose time the transaction touches, and expires what of theirs has lapsed, so
 * that a hold past its deadline is in nobody's way although no cron has run. A transaction that will
 * end seats names their sessions, to have them locked in one order with those that are swept.
 * @returns those who exist, by id.
 */
export async function lockPeopleAndSweep(
  tx: Transaction,
  {
    personIds,
    sessionIds = [],
    now,
  }: { personIds: string[]; sessionIds?: string[]; now: Temporal.Instant },
): Promise<Map<string, Person>> {
  const people = await lockPeople(tx, { ids: personIds });
  await expireLapsed(tx, { personIds, sessionIds, now });
  return new Map(people.map((person) => [person.id, person]));
}

/** The same for its own sake. @returns how many holds and requests it has expired */
export async function sweepPeople(
  tx: Transaction,
  { personIds, now }: { personIds: string[]; now: Temporal.Instant },
): Promise<number> {
  await lockPeople(tx, { ids: personIds });
  return expireLapsed(tx, { personIds, sessionIds: [], now });
}

async function expireLapsed(
  tx: Transaction,
  {
    personIds,
    sessionIds,
    now,
  }: { personIds: string[]; sessionIds: string[]; now: Temporal.Instant },
): Promise<number> {
  const seen = await listLapsed(tx, { personIds, now });
  const ids = [...sessionIds, ...seen.map((seat) => seat.sessionId)];
  if (ids.length === 0) return 0;
  // Somebody who holds only the other side's lock may be ending a seat of the same session: one
  // after the other, and the second reads again. Otherwise each would think the other's seat still
  // taken, and a session without seats would keep its mentor's time.
  await lockSessions(tx, { ids });
  if (seen.length === 0) return 0;
  const lapsed = await listLapsed(tx, { personIds, now });
  await expire(tx, lapsed, { now, alsoLock: personIds });
  return lapsed.length;
}
