import type { EmailTokenPurpose } from '@/domain/mails';
import { localPath } from '@/kernel/local-path';
import type { LinkRefusal } from './schema';

/** Days that a login session lasts after its last use; the sign-in library renews it as it is used. */
export const sessionDays = 30;

/** The token of a link from a mail, as it stands. Instants are epoch milliseconds. */
export type LinkState = {
  purpose: EmailTokenPurpose;
  expiresAt: number;
  isUsed: boolean;
};

/** What the rules want to know of a token's row. */
export function linkState({
  purpose,
  expiresAt,
  usedAt,
}: {
  purpose: LinkState['purpose'];
  expiresAt: { epochMilliseconds: number };
  usedAt: unknown;
}): LinkState {
  return { purpose, expiresAt: expiresAt.epochMilliseconds, isUsed: usedAt !== null };
}

/** Why a link will not do what it is for, or null when it will. A wrong kind is as good as none. */
export function refusalOfLink(
  link: LinkState | null,
  { purpose, now }: { purpose: LinkState['purpose']; now: number },
): LinkRefusal | null {
  if (!link || link.purpose !== purpose) return 'unknown';
  if (link.isUsed) return 'used';
  return link.expiresAt <= now ? 'expired' : null;
}

/**
 * Where the sign-in library may lead a browser that has been elsewhere: an address of ours, whatever its
 * own cookie or the address asks for.
 * @param asked a path, or a whole address
 * @param appUrl the address of this site, without a slash at its end
 */
export function returnAddress(asked: string, appUrl: string): string {
  return appUrl + localPath(asked.startsWith(`${appUrl}/`) ? asked.slice(appUrl.length) : asked);
}
