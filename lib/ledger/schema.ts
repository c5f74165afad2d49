import { z } from 'zod';

/** A price. The amount is in the unit that Stripe counts the currency in: 500 is 5 €, or 500 F CFA. */
export interface Price {
  amount: number;
  /** Three small letters. */
  currency: string;
}

/**
 * Whose an account is.
 * - `user`: what somebody can spend.
 * - `earnings`: what a mentor was paid.
 * - `escrow`: what one booking holds until it is over.
 * - `issuance`: what an organization has given out, and `clearing` what was paid for through a payment
 *   provider: the negative side of all the others.
 */
export const accountKinds = ['user', 'earnings', 'escrow', 'issuance', 'clearing'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** The accounts that may fall below zero. */
export const issuingKinds = ['issuance', 'clearing'] as const satisfies readonly AccountKind[];

/**
 * What a transfer is for.
 * - `welcome`: an organization's gift to a new user; `grant`: one by an admin, with a reason.
 * - `charge`: a booking's price, from its mentee into escrow; `settlement`: out of it, to whom it is due.
 * - `top_up`: credits that were paid for.
 */
export const transferKinds = ['welcome', 'grant', 'charge', 'settlement', 'top_up'] as const;
export type TransferKind = (typeof transferKinds)[number];

/** The accounts that people have, and read the statements of. */
export const personalKinds = ['user', 'earnings'] as const satisfies readonly AccountKind[];
export type PersonalKind = (typeof personalKinds)[number];

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

/** A page of a statement, the newest line first. */
export interface Statement {
  balance: number;
  lines: StatementLine[];
  total: number;
}

/** A page of a statement, as its address asks for it; what makes no sense is the first page. */
export const statementPage = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const statementDownload = z.object({
  account: z.enum(personalKinds),
  locale: z.enum(['en', 'fr']),
});
