import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { AuditDeed, AuditRole, AuditValues } from '@/domain/audit';
import type { Transaction } from '@/db/client';
import { insertAuditDetails, insertAuditEvents } from '@/db/queries/audit';

export interface Deed {
  deed: AuditDeed;
  /** Of what it was done to. */
  subjectId: string;
  /** Null for what concerns no organization. */
  organizationId: string | null;
  /** Null: nobody, or nobody who is known. */
  actorId: string | null;
  actedAs: AuditRole;
  /** Settings or a role that changed: only what is another now. */
  before?: AuditValues;
  after?: AuditValues;
  /** What the actor wrote. */
  reason?: string | undefined;
  networkAddress?: string | undefined;
  now: Temporal.Instant;
}

/** Writes deeds into the audit trail, in the transaction in which they are done. */
export async function recordDeeds(tx: Transaction, deeds: readonly Deed[]): Promise<void> {
  const rows = deeds.map(({ reason, networkAddress, now, before, after, ...deed }) => ({
    event: { id: uuidv7(), at: now, before: before ?? null, after: after ?? null, ...deed },
    detail: { reason: reason ?? null, networkAddress: networkAddress ?? null },
  }));
  await insertAuditEvents(
    tx,
    rows.map(({ event }) => event),
  );
  await insertAuditDetails(
    tx,
    rows
      .filter(({ detail }) => detail.reason !== null || detail.networkAddress !== null)
      .map(({ event, detail }) => ({ eventId: event.id, ...detail })),
  );
}
