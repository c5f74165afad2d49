import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { v5 as uuidv5 } from 'uuid';
import type { GrantRow } from '@/domain/credits';
import { db, type Transaction } from '@/db/client';
import {
  getGrantOfRequest,
  insertGrant,
  insertWaitingGrants,
  listAwaited,
  listGivers,
  listRecipients,
  lockLastGivenOfFile,
  lockOwnGrant,
  setGiven,
  takeWaitingGrants,
} from '@/db/queries/grants';
import { getPermitting } from '@/db/queries/organizations';
import { inTransaction } from '@/db/transaction';
import { recordDeeds } from '@/lib/audit/service';
import { issueCredits } from '@/lib/ledger/service';
import { enqueueNotifications } from '@/lib/notifications/service';
import { ok, refused, type Result } from '@/kernel/result';
import { isOver, type JobOutcome, type Turn } from '@/kernel/turn';
import { creditsOf, isFine, scopeOf, totalOf } from './rules/amounts';
import { readGrantFile } from './rules/grant-file';
import type { FileRefusal } from '@/lib/tables/schema';
import type { GiveRefusal, GrantRefusal } from './schema';

interface Asking {
  /** The admin. */
  userId: string;
  organizationId: string;
  /** One a form: sending the form twice gives once. A UUID. */
  requestId: string;
  now: Temporal.Instant;
}

/** A grant that was made or begun, and the slug of the organization that gives it. */
interface Granted {
  grantId: string;
  organization: string;
}

type Organization = NonNullable<Awaited<ReturnType<typeof getPermitting>>>;

/**
 * Gives credits to one person, and tells them. In an organization for everybody, credits for an address
 * that nobody has signed in with wait for whoever does first.
 */
export async function grantToOne({
  userId,
  organizationId,
  requestId: formId,
  email,
  credits,
  reason,
  now,
}: Asking & { email: string; credits: number; reason: string }): Promise<
  Result<Granted, GrantRefusal>
> {
  const requestId = idOf(formId, [organizationId, email, credits, reason]);
  return inTransaction(async (tx) => {
    const organization = await getPermitting(tx, {
      userId,
      organizationId,
      permission: 'give_credits',
    });
    if (!organization) return refused('not_found');
    const asked: GrantRow = { row: 1, email, credits: String(credits), reason, outcome: 'ready' };
    const { rows, recipients, waiting } = await decide(tx, { rows: [asked], organization });
    const [row] = rows;
    if (row?.outcome === 'blocked' || row?.outcome === 'no_such_person') {
      return refused(row.outcome);
    }
    const grantId = await insertGrant(tx, {
      requestId,
      organizationId,
      actorId: userId,
      reason,
      rows,
      ...totalOf(rows),
      createdAt: now,
      givenAt: now,
    });
    if (grantId === null) return earlier(tx, { actorId: userId, requestId }, organization);
    await give(tx, { organization, actorId: userId, recipients, now });
    await keepWaiting(tx, { grantId, waiting, now });
    await recordGrant(tx, { grantId, organization, actorId: userId, now });
    return ok({ grantId, organization: organization.slug });
  });
}

/** Reads a file and keeps what it would give as a draft, which nobody hears of. */
export async function draftFromFile({
  userId,
  organizationId,
  requestId: formId,
  file,
  reason,
  now,
}: Asking & { file: { name: string; bytes: Uint8Array }; reason: string }): Promise<
  Result<Granted, FileRefusal | 'not_found'>
> {
  const read = readGrantFile(file.bytes, { reason });
  const fileDigest = createHash('sha256').update(file.bytes).digest('hex');
  const requestId = idOf(formId, [organizationId, fileDigest, reason]);
  return inTransaction(async (tx) => {
    const organization = await getPermitting(tx, {
      userId,
      organizationId,
      permission: 'give_credits',
    });
    if (!organization) return refused('not_found');
    if (!read.ok) return read;
    const { rows } = await decide(tx, { rows: read.value, organization });
    const planned = rows.map((row) =>
      row.outcome === 'given' ? { ...row, outcome: 'ready' as const } : row,
    );
    const grantId = await insertGrant(tx, {
      requestId,
      organizationId,
      actorId: userId,
      reason,
      fileName: shownName(file.name),
      fileDigest,
      rows: planned,
      ...totalOf(planned),
      createdAt: now,
    });
    if (grantId === null) return earlier(tx, { actorId: userId, requestId }, organization);
    return ok({ grantId, organization: organization.slug });
  });
}

/**
 * Gives what a draft of the user's has ready, in one transaction; rows that are not good any more stay
 * out and say why. A draft is given once, however often this is asked.
 */
export async function giveDraft({
  userId,
  grantId,
  sameFileGivenAt,
  now,
}: {
  userId: string;
  grantId: string;
  /** What the user has read of the same file: null when they read of no such time. */
  sameFileGivenAt: Temporal.Instant | null;
  now: Temporal.Instant;
}): Promise<Result<Granted, GiveRefusal>> {
  return inTransaction(async (tx) => {
    const draft = await lockOwnGrant(tx, { id: grantId, actorId: userId });
    if (!draft) return refused('not_found');
    const { organizationId } = draft;
    const organization = await getPermitting(tx, {
      userId,
      organizationId,
      permission: 'give_credits',
    });
    if (!organization) return refused('not_found');
    if (draft.givenAt !== null) return ok({ grantId, organization: organization.slug });
    // Two drafts of one file, in two tabs: whoever comes second has to be warned first.
    const lastGivenAt = await lockLastGivenOfFile(tx, draft);
    // A page knows instants to the millisecond.
    if (lastGivenAt && lastGivenAt.epochMilliseconds !== sameFileGivenAt?.epochMilliseconds) {
      return refused('given_meanwhile');
    }

    const { rows, recipients, waiting } = await decide(tx, { rows: draft.rows, organization });
    if (!rows.some(isFine)) return refused('nothing_to_give');
    await setGiven(tx, { id: grantId, rows, ...totalOf(rows), givenAt: now });
    await give(tx, { organization, actorId: userId, recipients, now });
    await keepWaiting(tx, { grantId, waiting, now });
    await recordGrant(tx, { grantId, organization, actorId: userId, now });
    return ok({ grantId, organization: organization.slug });
  });
}

async function recordGrant(
  tx: Transaction,
  {
    grantId,
    organization,
    ...done
  }: { grantId: string; organization: Organization; actorId: string; now: Temporal.Instant },
): Promise<void> {
  const { id: organizationId, role: actedAs } = organization;
  const given = { deed: 'grant.given', subjectId: grantId, organizationId, actedAs } as const;
  await recordDeeds(tx, [{ ...given, ...done }]);
}

/** People whose credits have waited for them, that one run looks after. */
const mostAwaited = 500;

/**
 * Gives somebody what waited for the address that they have proved, and tells them. Each of it is given
 * once, however often and wherever this is called.
 * @returns the credits
 */
export async function giveWhatWaits({
  userId,
  now,
}: {
  userId: string;
  now: Temporal.Instant;
}): Promise<number> {
  return inTransaction(async (tx) => {
    const taken = await takeWaitingGrants(tx, { userId, now });
    if (taken.length === 0) return 0;
    const givers = await listGivers(tx, { ids: [...new Set(taken.map(({ grantId }) => grantId))] });
    for (const { id, actorId, organization } of givers) {
      const own = taken.filter(({ grantId }) => grantId === id);
      const recipients = own.map(({ credits, reason }) => ({ userId, credits, reason }));
      await give(tx, { organization, actorId, recipients, now });
    }
    return taken.reduce((sum, { credits }) => sum + credits, 0);
  });
}

/** The same for all who have come by another way than a sign-in link, such as Google or a booking. */
export async function giveAllThatWaits(turn: Turn): Promise<JobOutcome> {
  const userIds = await listAwaited(db, { limit: mostAwaited });
  let people = 0;
  for (const userId of userIds) {
    if (isOver(turn)) break;
    await giveWhatWaits({ userId, now: turn.clock() });
    people += 1;
  }
  return { counts: { people }, hasMore: people < userIds.length || people === mostAwaited };
}

interface Recipient {
  userId: string;
  credits: number;
  reason: string;
}

type Waiting = Omit<Recipient, 'userId'> & { email: string };

/** Who gets something out of the rows that are in order, now or later, and why the others of them do not. */
async function decide(
  tx: Transaction,
  { rows, organization }: { rows: GrantRow[]; organization: Organization },
): Promise<{ rows: GrantRow[]; recipients: Recipient[]; waiting: Waiting[] }> {
  const emails = rows.filter(isFine).map(({ email }) => email);
  const found = await listRecipients(tx, { emails, organizationId: organization.id });
  const isForEverybody = scopeOf(organization) === 'everybody';
  const personOf = new Map(
    found.flatMap((person) =>
      isForEverybody || person.isMember ? [[person.email, person] as const] : [],
    ),
  );
  const recipients: Recipient[] = [];
  const waiting: Waiting[] = [];
  const decided = rows.map((row): GrantRow => {
    if (!isFine(row)) return row;
    const { email, reason } = row;
    const credits = creditsOf(row.credits);
    if (credits === null) return { ...row, outcome: 'not_whole' };
    const person = personOf.get(email);
    if (!person && !isForEverybody) return { ...row, outcome: 'no_such_person' };
    if (!person) {
      waiting.push({ email, credits, reason });
      return { ...row, outcome: 'waiting' };
    }
    if (person.blockedAt !== null) return { ...row, outcome: 'blocked' };
    recipients.push({ userId: person.userId, credits, reason });
    return { ...row, outcome: 'given' };
  });
  return { rows: decided, recipients, waiting };
}

async function keepWaiting(
  tx: Transaction,
  { grantId, waiting, now }: { grantId: string; waiting: Waiting[]; now: Temporal.Instant },
): Promise<void> {
  const rows = waiting.map((row) => ({ ...row, grantId, createdAt: now }));
  await insertWaitingGrants(tx, rows);
}

async function give(
  tx: Transaction,
  {
    organization,
    actorId,
    recipients,
    now,
  }: {
    organization: Pick<Organization, 'id' | 'name'>;
    actorId: string;
    recipients: Recipient[];
    now: Temporal.Instant;
  },
): Promise<void> {
  if (recipients.length === 0) return;
  await issueCredits(tx, { organizationId: organization.id, recipients, actorId, now });
  await enqueueNotifications(
    tx,
    recipients.map(({ userId, credits, reason }) => ({
      userId,
      bookingId: null,
      content: {
        kind: 'credits_granted' as const,
        data: { credits, reason, organization: organization.name },
      },
      now,
    })),
  );
}

/**
 * One a form and what is in it: whoever goes back to a form and writes something else means something
 * else, and must not read that it has been done.
 */
function idOf(formId: string, content: (string | number)[]): string {
  return uuidv5(JSON.stringify(content), formId);
}

/** The form has been sent before: what it led to stands. */
async function earlier(
  tx: Transaction,
  form: { actorId: string; requestId: string },
  organization: Organization,
) {
  const grantId = await getGrantOfRequest(tx, form);
  if (grantId === null) throw new Error('a grant vanished between two statements');
  return ok({ grantId, organization: organization.slug });
}

function shownName(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, '').slice(-100) || 'file.csv';
}
