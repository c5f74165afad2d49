import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type ReminderKind, reminderKinds } from '@/domain/reminders';

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

/** What the link of a booking's mail stands for. */
export interface ManageClaims {
  bookingId: string;
  /** The user who got the mail, whom the link is as good as signing in for: for this booking alone. */
  personId: string;
  /** Of the booking: every move and every cancellation raises it, and the links before it are void. */
  sequence: number;
  /** Epoch milliseconds, whole seconds. */
  expiresAt: number;
}

/** Two ids, the sequence and the expiry, as bytes and in base64url. */
const claimBytes = 40;
const claimLength = 54;

/**
 * The token of a link that cancels and moves one booking for one person. Nothing in it is random, so
 * that a mail which is sent again has the same bytes; and nothing of it is stored.
 */
export function sealManageLink(claims: ManageClaims, secret: string): string {
  return sealClaims(claims, secret, 'manage');
}

/**
 * The token of a link that lets one person into the room of one booking: as {@link sealManageLink}
 * makes them, and neither opens what the other's link does.
 */
export function sealJoinLink(claims: ManageClaims, secret: string): string {
  return sealClaims(claims, secret, 'join');
}

function sealClaims(claims: ManageClaims, secret: string, purpose: 'manage' | 'join'): string {
  const bytes = Buffer.alloc(claimBytes);
  bytes.write(claims.bookingId.replaceAll('-', ''), 0, 'hex');
  bytes.write(claims.personId.replaceAll('-', ''), 16, 'hex');
  bytes.writeUInt32BE(claims.sequence, 32);
  bytes.writeUInt32BE(Math.floor(claims.expiresAt / 1000), 36);
  const text = bytes.toString('base64url');
  return text + signatureOf(text, secret, purpose);
}

/**
 * What {@link sealManageLink} sealed with one of `secrets`, or null for anything else. Whether it has
 * expired or was overtaken is the caller's to ask.
 */
export function openManageLink(token: string, secrets: readonly string[]): ManageClaims | null {
  return openClaims(token, secrets, 'manage');
}

/** The same of {@link sealJoinLink}. */
export function openJoinLink(token: string, secrets: readonly string[]): ManageClaims | null {
  return openClaims(token, secrets, 'join');
}

function openClaims(
  token: string,
  secrets: readonly string[],
  purpose: 'manage' | 'join',
): ManageClaims | null {
  const text = token.slice(0, claimLength);
  const given = token.slice(claimLength);
  if (!secrets.some((secret) => isSameSecret(given, signatureOf(text, secret, purpose)))) {
    return null;
  }
  const bytes = Buffer.from(text, 'base64url');
  return {
    bookingId: uuidAt(bytes, 0),
    personId: uuidAt(bytes, 16),
    sequence: bytes.readUInt32BE(32),
    expiresAt: bytes.readUInt32BE(36) * 1000,
  };
}

function uuidAt(bytes: Buffer, start: number): string {
  const hex = bytes.toString('hex', start, start + 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Which reminders a link turns off, and for whom. */
export interface ReminderOffClaims {
  personId: string;
  kind: ReminderKind;
  /** Epoch milliseconds. */
  expiresAt: number;
}

const reminderOffClaims = z.tuple([
  z.enum(reminderKinds),
  z.uuid(),
  z.string().regex(/^\d{1,12}$/),
]);

/**
 * The token of a link that turns one kind of reminder off; nothing in it is random, or stored. It has no
 * dot, since addresses of pages have none.
 */
export function sealReminderOffLink(
  { kind, personId, expiresAt }: ReminderOffClaims,
  secret: string,
): string {
  const text = [kind, personId, Math.floor(expiresAt / 1000)].join('~');
  return `${text}~${signatureOf(text, secret, 'reminder_off')}`;
}

/** What {@link sealReminderOffLink} sealed, or null. Whether it has expired is the caller's to ask. */
export function openReminderOffLink(
  token: string,
  secrets: readonly string[],
): ReminderOffClaims | null {
  const end = token.lastIndexOf('~');
  const [text, given] = [token.slice(0, Math.max(end, 0)), token.slice(end + 1)];
  if (!secrets.some((secret) => isSameSecret(given, signatureOf(text, secret, 'reminder_off')))) {
    return null;
  }
  const [kind, personId, seconds] = reminderOffClaims.parse(text.split('~'));
  return { kind, personId, expiresAt: Number(seconds) * 1000 };
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
  return isSameSecret(sealed.slice(end + 1), signatureOf(text, secret, purpose)) ? text : null;
}

function signatureOf(text: string, secret: string, purpose: string): string {
  // The purpose keeps a text that was signed for one use from passing in another.
  return createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url');
}
