import { and, asc, count, eq, gt, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor, Transaction } from '../client';
import { isOneOf } from '../schema/checks';
import { emailTokens } from '../schema/auth';
import { bookingEvents, bookings } from '../schema/bookings';
import { mentors } from '../schema/mentors';
import { portraits } from '../schema/portraits';
import { services } from '../schema/services';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';
import { keptSession } from './kept-sessions';

/** How many sessions a mentor has proposed since then, whatever has become of them. */
export async function countProposalsOf(
  tx: Executor,
  { mentorId, since }: { mentorId: string; since: Temporal.Instant },
): Promise<number> {
  const [row] = await tx
    .select({ proposals: count() })
    .from(bookings)
    .where(
      and(
        eq(bookings.mentorId, mentorId),
        // As in the index: a parameter would not be seen to be the same.
        sql`is_proposal`,
        gt(bookings.createdAt, since),
      ),
    );
  return row?.proposals ?? 0;
}

/** What waits for the owner of an address, held by themselves or proposed, or was proposed since then. */
export async function countWaitingFor(
  tx: Executor,
  { email, since, now }: { email: string; since: Temporal.Instant; now: Temporal.Instant },
): Promise<number> {
  const [row] = await tx
    .select({ waiting: count() })
    .from(bookings)
    .where(
      and(
        eq(bookings.guestEmail, email),
        or(
          and(sql`status = 'held'`, gt(bookings.expiresAt, now)),
          and(sql`is_proposal`, gt(bookings.createdAt, since)),
        ),
      ),
    );
  return row?.waiting ?? 0;
}

interface Pair {
  mentorId: string;
  menteeId: string;
}

function isMentee({ mentorId, menteeId }: Pair) {
  return and(
    eq(users.id, menteeId),
    sql`exists (select 1 from ${bookings}
      where ${bookings.mentorId} = ${mentorId} and ${bookings.menteeId} = ${users.id})`,
  );
}

const mentee = {
  id: users.id,
  name: users.name,
  locale: users.locale,
  timeZone: users.timeZone,
};

/** Somebody who has booked this mentor, however it ended; null for everybody else. */
export async function getMenteeOf(executor: Executor, pair: Pair) {
  const [row] = await executor.select(mentee).from(users).where(isMentee(pair)).limit(1);
  return row ?? null;
}

/** The same with the address that a mail goes to, which no page reads. */
export async function getMenteeToMail(tx: Transaction, pair: Pair) {
  const columns = { ...mentee, email: users.email };
  const [row] = await tx.select(columns).from(users).where(isMentee(pair)).limit(1);
  return row ?? null;
}

/** What the mentor wrote as they proposed it. */
const word = sql<string | null>`(select event.reason from ${bookingEvents} as event
  where event.booking_id = ${bookings.id} and event.from_status is null
    and event.to_status = 'held' limit 1)`;

const proposed = {
  ...keptSession,
  guestEmail: bookings.guestEmail,
  word,
  /** In which language the mentor writes, as far as is known. */
  writtenIn: users.locale,
  cancelNoticeMinutes: mentors.cancelNoticeMinutes,
  lateCancelPercent: mentors.lateCancelPercent,
  place: sessions.place,
  isGroup: sql<boolean>`${sessions.capacity} > 1`,
};

function selectProposed(executor: Executor) {
  return executor
    .select(proposed)
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .innerJoin(mentors, eq(mentors.userId, bookings.mentorId))
    .innerJoin(users, eq(users.id, bookings.mentorId))
    .leftJoin(portraits, eq(portraits.mentorId, bookings.mentorId));
}

/** What the link of a proposal's mail leads to. The token's hash is itself the proof of who may look. */
export async function getProposalByToken(
  executor: Executor,
  { tokenHash, now }: { tokenHash: string; now: Temporal.Instant },
) {
  const [row] = await selectProposed(executor)
    .innerJoin(emailTokens, eq(emailTokens.bookingId, bookings.id))
    .where(
      and(
        eq(emailTokens.tokenHash, tokenHash),
        eq(emailTokens.purpose, 'proposal'),
        eq(emailTokens.email, bookings.guestEmail),
        gt(emailTokens.expiresAt, now),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** The same for the user whose address it was made for. */
export async function getProposalFor(
  executor: Executor,
  { bookingId, email }: { bookingId: string; email: string },
) {
  const [row] = await selectProposed(executor)
    .where(
      and(
        eq(bookings.id, bookingId),
        eq(bookings.isProposal, true),
        eq(bookings.guestEmail, email),
      ),
    )
    .limit(1);
  return row ?? null;
}

export type ProposalRow = NonNullable<Awaited<ReturnType<typeof getProposalFor>>>;

/** The open proposals to an address, or of a mentor, the one that expires first at the head. */
export async function listOpenProposals(
  executor: Executor,
  {
    whose,
    now,
    most,
  }: {
    whose: { email: string } | { mentorId: string };
    now: Temporal.Instant;
    most: number;
  },
): Promise<ProposalRow[]> {
  return selectProposed(executor)
    .where(
      and(
        'email' in whose
          ? eq(bookings.guestEmail, whose.email)
          : eq(bookings.mentorId, whose.mentorId),
        sql`is_proposal`,
        isOneOf(bookings.status, ['held']),
        gt(bookings.expiresAt, now),
      ),
    )
    .orderBy(asc(bookings.expiresAt), asc(bookings.id))
    .limit(most);
}
