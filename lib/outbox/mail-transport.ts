import type { Temporal } from 'temporal-polyfill';
import type { RenderedMail } from './schema';

/** `key` names this mail for ever: sent twice under one key, it arrives once. */
export type OutgoingMail = RenderedMail & { to: string; key: string };

/**
 * - `sent`: the other side has taken it on; `note` when that was only to be concluded.
 * - `busy`: turned away as one too many, before it was looked at: no attempt at all.
 * - `retry`: nothing wrong with the mail.
 * - `permanent`: it will never be taken, such as one to a malformed address.
 *
 * `pauseSeconds`: how long the other side wants to be left in peace, by everybody; null when it did
 * not say.
 */
export type SendOutcome =
  | { status: 'sent'; note: string | null; pauseSeconds: number | null }
  | { status: 'busy'; error: string; pauseSeconds: number }
  | { status: 'retry'; error: string; pauseSeconds: number | null }
  | { status: 'permanent'; error: string };

export interface MailTransport {
  /** Names the other side: a pause that one asks for is not another's. */
  name: 'resend' | 'smtp' | 'mailbox' | 'nowhere';
  send: (mail: OutgoingMail, options: { now: Temporal.Instant }) => Promise<SendOutcome>;
  /** Lets go of its connections; another mail would open new ones. */
  close: () => void;
}

/** The longest that any transport takes over one mail: well inside the lease of a delivery. */
export const longestSendSeconds = 15;
