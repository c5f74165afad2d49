import { createHmac } from 'node:crypto';
import { env } from './env';

/** Whose servers deliver to one mailbox however many dots a name has, and by which other domain. */
const dotless = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox behind an address, as far as can be known: what follows a plus is a tag of its owner's
 * (RFC 5233), and some providers overlook dots. For comparing alone, never for writing to.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  const [name = ''] = email.slice(0, at).toLowerCase().split('+', 1);
  return dotless.has(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
}

/**
 * By what a mailbox is known again without its address being kept: one for each secret that is still
 * known, that of now first.
 */
export function mailboxHashes(email: string): [string, ...string[]] {
  const [secret, ...retired] = env.authSecrets;
  const of = (key: string) =>
    createHmac('sha256', key)
      .update(`mailbox ${mailboxOf(email)}`)
      .digest('hex');
  return [of(secret), ...retired.map(of)];
}
