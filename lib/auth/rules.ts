import { Temporal } from 'temporal-polyfill';
import type { LinkRefusal } from './schema';

/** The token of a link from a mail, as it stands. */
export type LinkState = {
  purpose: 'sign_in' | 'hold';
  expiresAt: Temporal.Instant;
  usedAt: Temporal.Instant | null;
};

/** Why a link will not do what it is for, or null when it will. A wrong kind is as good as none. */
export function refusalOfLink(
  link: LinkState | null,
  { purpose, now }: { purpose: LinkState['purpose']; now: Temporal.Instant },
): LinkRefusal | null {
  if (!link || link.purpose !== purpose) return 'unknown';
  if (link.usedAt !== null) return 'used';
  return Temporal.Instant.compare(link.expiresAt, now) <= 0 ? 'expired' : null;
}
