import { expect } from 'vitest';
import { db } from '@/db/client';
import { getSpendable, listLedgerFaults } from '@/db/queries/ledger';
import { inTransaction } from '@/db/transaction';
import { issueCredits } from '@/lib/ledger/service';
import { makeMentor, type MentorSettings, monday, publicOrganizationId } from './people';

/** Recomputes every balance from its entries: nothing may be missing, overdrawn or left in escrow. */
export async function expectLedgerAddsUp(): Promise<void> {
  expect(await listLedgerFaults(db)).toEqual([]);
}

/** What a person can spend with an organization's mentors, the public one's if not said. */
export async function creditsOf(
  userId: string,
  organizationId = publicOrganizationId,
): Promise<number> {
  const asked = { userId, organizationId, network: null, now: monday };
  return (await getSpendable(db, asked)).credits;
}

/** Credits from an organization, of the public one's on top of the welcome. */
export async function grantCredits(
  userId: string,
  credits: number,
  organizationId = publicOrganizationId,
): Promise<void> {
  const recipients = [{ userId, credits, reason: 'For a test' }];
  const grant = { organizationId, recipients, actorId: userId };
  await inTransaction((tx) => issueCredits(tx, { ...grant, now: monday }));
}

/**
 * A mentor who is not free, so that what is tested moves credits too. The welcome of a new user pays
 * for twenty of their sessions.
 */
export const paid = { priceCredits: 5 };

export async function makePaidMentor(settings: MentorSettings = {}) {
  return makeMentor({ ...paid, ...settings });
}
