import { z } from 'zod';
import { oneLine } from '@/kernel/plain-text';
import { type TransferKind, personalKinds } from '@/domain/credits';

/** A price. The amount is in the unit that Stripe counts the currency in: 500 is 5 €, or 500 F CFA. */
export interface Price {
  amount: number;
  /** Three small letters. */
  currency: string;
}

export const linesPerPage = 25;

/** A line of a statement: what one transfer did to one account. */
export interface StatementLine {
  number: number;
  /** Epoch milliseconds. */
  at: number;
  /**
   * What it was. A settlement is a `refund` to who paid, and to the mentor what the session `earned`,
   * or what was `kept` of one that was cancelled late or not attended.
   */
  kind: Exclude<TransferKind, 'settlement'> | 'refund' | 'earned' | 'kept';
  /** In credits; below zero when they left the account. */
  amount: number;
  balanceAfter: number;
  /** What an admin wrote; else empty. */
  reason: string;
  /** Of a charge or a settlement. */
  booking: { id: string; reference: string; serviceTitle: string; otherName: string | null } | null;
  /** What bought credits cost. */
  paid: Price | null;
}

/** One of a person's accounts of a kind: each organization keeps its own. */
export interface Account {
  /** The organization's slug. */
  organization: string;
  /** The organization's; of the public one, which is everybody's, nobody needs it. */
  name: string;
  balance: number;
}

/** A page of a statement, the newest line first. */
export interface Statement {
  /** The slug of the organization whose account it is. */
  organization: string;
  balance: number;
  lines: StatementLine[];
  total: number;
}

/** Of which account; of what is none, the first is shown. */
const organization = oneLine(100).nullable().default(null).catch(null);

/** A page of a statement, as its address asks for it; what makes no sense is the first page. */
export const statementPage = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  organization,
});

/** The page of each account, without its language. */
export const statementPaths = { user: '/credits', earnings: '/mentor/earnings' } as const;

/** A download of the whole of it. */
export const statementDownload = z.object({
  account: z.enum(personalKinds),
  organization,
  locale: z.enum(['en', 'fr']),
});
