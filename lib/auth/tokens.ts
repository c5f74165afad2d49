import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret for a link or a login session: 256 random bits, base64url, 43 characters. */
export function mintToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

/**
 * What is stored of a token: its SHA-256, in hex. No salt and no slow hash, as a password would
 * need, because 256 random bits cannot be guessed; and a row has to be found by it.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Whether both are the same, in a time that tells nothing of where they differ. Of their hashes, since
 * comparing texts of two lengths would tell the length.
 */
export function isSameSecret(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** `text` with a signature that only the holder of `secret` can make for this `purpose`. */
export function sealText(
  text: string,
  { secret, purpose }: { secret: string; purpose: string },
): string {
  return `${text}.${signatureOf(text, secret, purpose)}`;
}

/** The text that {@link sealText} sealed, or null when anything about it was changed. */
export function unsealText(
  sealed: string,
  { secret, purpose }: { secret: string; purpose: string },
): string | null {
  const end = sealed.lastIndexOf('.');
  if (end === -1) return null;
  const text = sealed.slice(0, end);
  const expected = Buffer.from(signatureOf(text, secret, purpose));
  const given = Buffer.from(sealed.slice(end + 1));
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : null;
}

function signatureOf(text: string, secret: string, purpose: string): string {
  // The purpose keeps a text that was signed for one use from passing in another.
  return createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url');
}
