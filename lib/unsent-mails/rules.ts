import { type DeliveryKind, deliveryKinds } from '@/domain/mails';
import type { WhyNotAgain } from './schema';

/** Days after which nobody hears any more of what a mail was to say. */
export const retriableDays = 7;

/** Mails that one push of the button sends again. */
export const mostAtOnce = 500;

/**
 * Mails with a link of their own: whoever waited for it has asked again since, or has given up, and a
 * link out of the blue looks like somebody else's trick.
 */
const withLinks: readonly DeliveryKind[] = [
  'sign_in',
  'forget_me',
  'hold',
  'proposal',
  'invitation',
  'domain_proof',
];

export const retriableKinds = deliveryKinds.filter((kind) => !withLinks.includes(kind));

/** Why a failed mail is not to be sent again; null when it is. Instants are epoch milliseconds. */
export function whyNotAgain(
  { kind, createdAt }: { kind: DeliveryKind; createdAt: number },
  { now }: { now: number },
): WhyNotAgain | null {
  if (withLinks.includes(kind)) return 'link';
  return now - createdAt > retriableDays * 24 * 3_600_000 ? 'too_old' : null;
}
