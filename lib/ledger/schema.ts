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
