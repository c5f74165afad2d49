import { and, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { ImportRow } from '@/domain/invitations';
import type { Executor } from '../client';
import { invitationImports } from '../schema/invitations';
import { organizations } from '../schema/organizations';
import { users } from '../schema/users';
import { isPermittedIn } from './organizations';

/**
 * Keeps a file as a draft, unless the same form has left one before: whoever sends it at once is waited for.
 * @returns the new id, or null when the form is known
 */
export async function insertImport(
  tx: Executor,
  values: Omit<typeof invitationImports.$inferInsert, 'id'>,
): Promise<string | null> {
  const [row] = await tx
    .insert(invitationImports)
    .values(values)
    .onConflictDoNothing({ target: [invitationImports.actorId, invitationImports.requestId] })
    .returning({ id: invitationImports.id });
  return row?.id ?? null;
}

/** What a form left when it was sent before. */
export async function getImportOfRequest(
  executor: Executor,
  { actorId, requestId }: { actorId: string; requestId: string },
): Promise<string | null> {
  const [row] = await executor
    .select({ id: invitationImports.id })
    .from(invitationImports)
    .where(and(eq(invitationImports.actorId, actorId), eq(invitationImports.requestId, requestId)))
    .limit(1);
  return row?.id ?? null;
}

/** A file that the user began with, locked until the transaction ends. */
export async function lockOwnImport(
  tx: Executor,
  { id, actorId }: { id: string; actorId: string },
) {
  const [row] = await tx
    .select({
      id: invitationImports.id,
      organizationId: invitationImports.organizationId,
      rows: invitationImports.rows,
      sentAt: invitationImports.sentAt,
    })
    .from(invitationImports)
    .where(and(eq(invitationImports.id, id), eq(invitationImports.actorId, actorId)))
    .for('update');
  return row ?? null;
}

export async function setImportSent(
  tx: Executor,
  { id, rows, sentAt }: { id: string; rows: ImportRow[]; sentAt: Temporal.Instant },
): Promise<void> {
  await tx
    .update(invitationImports)
    .set({ rows, sentAt })
    .where(and(eq(invitationImports.id, id), isNull(invitationImports.sentAt)));
}

/** One file with its report, for who looks after the organization's people; a draft is for whoever began it. */
export async function getImport(
  executor: Executor,
  { id, slug, viewerId }: { id: string; slug: string; viewerId: string },
) {
  const [row] = await executor
    .select({
      id: invitationImports.id,
      rows: invitationImports.rows,
      fileName: invitationImports.fileName,
      sentAt: invitationImports.sentAt,
      actorId: invitationImports.actorId,
      actorName: users.name,
      organization: { id: organizations.id, slug: organizations.slug, name: organizations.name },
    })
    .from(invitationImports)
    .innerJoin(users, eq(users.id, invitationImports.actorId))
    .innerJoin(organizations, eq(organizations.id, invitationImports.organizationId))
    .where(
      and(
        eq(invitationImports.id, id),
        eq(organizations.slug, slug),
        isPermittedIn(invitationImports.organizationId, {
          userId: viewerId,
          permission: 'manage_people',
        }),
      ),
    )
    .limit(1);
  if (!row || (row.sentAt === null && row.actorId !== viewerId)) return null;
  return row;
}
