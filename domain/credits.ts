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

/**
 * What becomes of a row. `ready` rows are given when the admin says so; all others say why nothing is.
 * - `waiting`: nobody here has this address yet; it is given when somebody signs in with it first.
 * - `no_such_person`: in an organization that is not for everybody, no member has this address. Whether
 *   anybody else has is not said: whom else we know is not the admin's to find out.
 * - `duplicate`: the address stands in an earlier row, which counts.
 */
export const rowOutcomes = [
  'ready',
  'given',
  'waiting',
  'bad_address',
  'no_such_person',
  'blocked',
  'not_whole',
  'duplicate',
  'no_reason',
  'long_reason',
] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** A row of a file as it was understood, and what became of it. */
export interface GrantRow {
  /** As a spreadsheet counts them: the first row, a header too, is 1. */
  row: number;
  /** In the form in which addresses are compared; what is none stays as it was written. */
  email: string;
  /** As it was written; of digits alone where it is a number of credits. */
  credits: string;
  reason: string;
  outcome: RowOutcome;
}

/**
 * What can have become of a top-up.
 * - `open`: the payment page has been asked for; nobody has paid yet, and perhaps nobody will.
 * - `pending`: paid by a means that takes its time, such as a bank transfer or mobile money.
 * - `paid`: the credits are there. It stays so.
 * - `failed`: that payment did not come, or there was no payment page. `expired`: nobody paid in a day.
 */
export const topUpStatuses = ['open', 'pending', 'paid', 'failed', 'expired'] as const;
export type TopUpStatus = (typeof topUpStatuses)[number];

/** What an event led to. `mismatch`: it says that something else was paid than what was agreed. */
export const paymentOutcomes = [
  'credited',
  'pending',
  'failed',
  'expired',
  'nothing',
  'mismatch',
  'returned',
] as const;
export type PaymentOutcome = (typeof paymentOutcomes)[number];
