import type { Transaction } from '../client';
import { insertRows } from '../insert-rows';
import { auditDetails, auditEvents } from '../schema/audit';

type NewEvent = typeof auditEvents.$inferInsert;

export async function insertAuditEvents(tx: Transaction, events: NewEvent[]): Promise<void> {
  await insertRows(tx, auditEvents, events);
}

export async function insertAuditDetails(
  tx: Transaction,
  details: (typeof auditDetails.$inferInsert)[],
): Promise<void> {
  await insertRows(tx, auditDetails, details);
}
