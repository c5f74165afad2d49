import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { type LapsedSeat, listLapsed } from '@/db/queries/due-bookings';
import { lockSessions } from '@/db/queries/sessions';
import { lockPeople, type Person } from '@/db/queries/people';
import { expire } from './transitions';

interface Whom {
  personIds: string[];
  now: Temporal.Instant;
}

/**
 * Locks the people whose time the transaction touches, and expires what of theirs has lapsed, so
 * that a hold past its deadline is in nobody's way although no cron has run. A transaction that will
 * end seats names their sessions, to have them locked in one order with those that are swept.
 * @returns those who exist, by id.
 */
export async function lockPeopleAndSweep(
  tx: Transaction,
  { personIds, sessionIds = [], now }: Whom & { sessionIds?: string[] },
): Promise<Map<string, Person>> {
  const [people, lapsed] = await Promise.all([
    lockPeople(tx, { ids: personIds }),
    listLapsed(tx, { personIds, now }),
  ]);
  await expireLapsed(tx, lapsed, { personIds, sessionIds, now });
  return byId(people);
}

/**
 * The same, with what is read under the locks. All of it is sent together: PostgreSQL runs it in this
 * order, so that what is read is younger than the locks (decision 15). Where something had lapsed, it is
 * expired first and read again.
 */
export async function lockPeopleAndRead<Read>(
  tx: Transaction,
  { personIds, now }: Whom,
  read: () => Promise<Read>,
): Promise<{ people: Map<string, Person>; read: Read }> {
  const [people, lapsed, first] = await Promise.all([
    lockPeople(tx, { ids: personIds }),
    listLapsed(tx, { personIds, now }),
    read(),
  ]);
  await expireLapsed(tx, lapsed, { personIds, sessionIds: [], now });
  // Also where somebody else has ended it meanwhile: their session's lock was waited for.
  return { people: byId(people), read: lapsed.length === 0 ? first : await read() };
}

/** The same for its own sake. @returns how many holds and requests it has expired */
export async function sweepPeople(tx: Transaction, { personIds, now }: Whom): Promise<number> {
  const [, lapsed] = await Promise.all([
    lockPeople(tx, { ids: personIds }),
    listLapsed(tx, { personIds, now }),
  ]);
  return expireLapsed(tx, lapsed, { personIds, sessionIds: [], now });
}

async function expireLapsed(
  tx: Transaction,
  seen: LapsedSeat[],
  { personIds, sessionIds, now }: Whom & { sessionIds: string[] },
): Promise<number> {
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

function byId(people: Person[]): Map<string, Person> {
  return new Map(people.map((person) => [person.id, person]));
}
