import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { listLapsed, lockSessions } from '@/db/queries/bookings';
import { lockPeople, type Person } from '@/db/queries/people';
import { expire } from './transitions';

/**
 * Locks the people whose time the transaction touches, and expires what of theirs has lapsed, so
 * that a hold past its deadline is in nobody's way although no cron has run.
 * @returns those who exist, by id.
 */
export async function lockPeopleAndSweep(
  tx: Transaction,
  { personIds, now }: { personIds: string[]; now: Temporal.Instant },
): Promise<Map<string, Person>> {
  const people = await lockPeople(tx, { ids: personIds });
  await expireLapsed(tx, { personIds, now });
  return new Map(people.map((person) => [person.id, person]));
}

async function expireLapsed(
  tx: Transaction,
  { personIds, now }: { personIds: string[]; now: Temporal.Instant },
): Promise<void> {
  const seen = await listLapsed(tx, { personIds, now });
  if (seen.length === 0) return;
  // Somebody who holds only the other side's lock may be sweeping the same session: one after the
  // other, and the second reads again. Otherwise each would think the other's seat still taken, and
  // a session without seats would keep its mentor's time.
  await lockSessions(tx, { ids: seen.map((seat) => seat.sessionId) });
  await expire(tx, await listLapsed(tx, { personIds, now }), { now });
}
