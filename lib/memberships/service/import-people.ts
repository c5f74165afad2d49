import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { v5 as uuidv5 } from 'uuid';
import type { Transaction } from '@/db/client';
import {
  getImportOfRequest,
  insertImport,
  lockOwnImport,
  setImportSent,
} from '@/db/queries/invitation-imports';
import { listKnownAddresses } from '@/db/queries/invitations';
import { inTransaction } from '@/db/transaction';
import type { ImportRow } from '@/domain/invitations';
import { type MemberRole, memberRoles, rolesUpTo } from '@/domain/organizations';
import { isDisposable } from '@/kernel/disposable';
import { ok, refused, type Result } from '@/kernel/result';
import type { FileRefusal } from '@/lib/tables/schema';
import { readInvitationFile } from '../rules/people-file';
import { asManager, type Manager } from './as-manager';
import { mailsLeftFor, writeInvitations } from './invite';

/** Reads a file and keeps whom it would invite as a draft, which nobody hears of. */
export async function draftImport({
  userId,
  organizationId,
  requestId: formId,
  file,
  now,
}: {
  userId: string;
  organizationId: string;
  /** One a form: sending the form twice makes one draft. A UUID. */
  requestId: string;
  file: { name: string; bytes: Uint8Array };
  now: Temporal.Instant;
}): Promise<Result<{ importId: string; slug: string }, FileRefusal | 'not_found' | 'closed'>> {
  const read = readInvitationFile(file.bytes);
  const digest = createHash('sha256').update(file.bytes).digest('hex');
  const requestId = uuidv5(JSON.stringify([organizationId, digest]), formId);
  return inTransaction<
    Result<{ importId: string; slug: string }, FileRefusal | 'not_found' | 'closed'>
  >(async (tx) => {
    const manager = await asManager(tx, { userId, organizationId });
    if (!manager) return refused('not_found');
    if (manager.organization.closedAt !== null) return refused('closed');
    if (!read.ok) return read;
    const { rows } = await decide(tx, { rows: read.value, manager, now });
    const made = await insertImport(tx, {
      requestId,
      organizationId,
      actorId: userId,
      fileName: shownName(file.name),
      rows,
      createdAt: now,
    });
    const importId = made ?? (await getImportOfRequest(tx, { actorId: userId, requestId }));
    if (importId === null) throw new Error('an import vanished between two statements');
    return ok({ importId, slug: manager.organization.slug });
  });
}

/**
 * Invites whom a draft of the user's has ready, in one transaction; rows that are not good any more stay
 * out and say why. A draft is sent once, however often this is asked.
 */
export async function sendImport({
  userId,
  importId,
  now,
}: {
  userId: string;
  importId: string;
  now: Temporal.Instant;
}): Promise<
  Result<{ importId: string; slug: string }, 'not_found' | 'closed' | 'nothing_to_send'>
> {
  return inTransaction<
    Result<{ importId: string; slug: string }, 'not_found' | 'closed' | 'nothing_to_send'>
  >(async (tx) => {
    const draft = await lockOwnImport(tx, { id: importId, actorId: userId });
    if (!draft) return refused('not_found');
    const { organizationId } = draft;
    const manager = await asManager(tx, { userId, organizationId });
    if (!manager) return refused('not_found');
    const { slug, closedAt } = manager.organization;
    if (draft.sentAt !== null) return ok({ importId, slug });
    if (closedAt !== null) return refused('closed');
    // What was over the cap of that day may be within that of this one.
    const asked = draft.rows.map((row) =>
      row.outcome === 'over_cap' ? { ...row, outcome: 'ready' as const } : row,
    );
    const { rows, people } = await decide(tx, { rows: asked, manager, now });
    const ready = rows.filter(({ outcome }) => outcome === 'ready');
    if (ready.length === 0) return refused('nothing_to_send');
    await writeInvitations(tx, {
      manager,
      invitedBy: userId,
      wanted: ready.map(({ email, name, role, locale }) => ({
        email,
        name,
        role: roleIn(role),
        locale,
        person: people.get(email) ?? null,
      })),
      now,
    });
    await setImportSent(tx, {
      id: importId,
      rows: rows.map((row) => (row.outcome === 'ready' ? { ...row, outcome: 'sent' } : row)),
      sentAt: now,
    });
    return ok({ importId, slug });
  });
}

type KnownPerson = Awaited<ReturnType<typeof listKnownAddresses>>['people'][number];

/** Whom of the rows that are in order one may invite, and why not the others of them. */
async function decide(
  tx: Transaction,
  { rows, manager, now }: { rows: ImportRow[]; manager: Manager; now: Temporal.Instant },
): Promise<{ rows: ImportRow[]; people: ReadonlyMap<string, KnownPerson> }> {
  const { organization, role: ownRole } = manager;
  const emails = rows.flatMap(({ outcome, email }) => (outcome === 'ready' ? [email] : []));
  const known = await listKnownAddresses(tx, { organizationId: organization.id, emails, now });
  const people = new Map(known.people.map((person) => [person.email, person]));
  let left = await mailsLeftFor(tx, { manager, now });
  const decided = rows.map((row): ImportRow => {
    if (row.outcome !== 'ready') return row;
    const role = roleIn(row.role);
    const present = people.get(row.email)?.role ?? null;
    if (!rolesUpTo(ownRole).includes(role)) return { ...row, outcome: 'high_role' };
    // Everybody is a member of the public organization.
    if (organization.isForEverybody && role === 'member') return { ...row, outcome: 'member' };
    if (present !== null && rolesUpTo(present).includes(role)) {
      return { ...row, outcome: 'member' };
    }
    if (known.invited.has(row.email)) return { ...row, outcome: 'invited' };
    if (organization.refusesDisposable && isDisposable(row.email)) {
      return { ...row, outcome: 'disposable' };
    }
    if (left === 0) return { ...row, outcome: 'over_cap' };
    left -= 1;
    return row;
  });
  return { rows: decided, people };
}

/** Of a row that is in order, whose role is one. */
function roleIn(written: string): MemberRole {
  return memberRoles.find((role) => role === written) ?? 'member';
}

function shownName(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, '').slice(-100) || 'file.csv';
}
