import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { listAuthSessions } from '@/db/queries/auth-sessions';
import { getEmailToken } from '@/db/queries/email-tokens';
import { getLeaverByEmail, listOnlyOwned } from '@/db/queries/leaving';
import { ok, refused, type Result } from '@/kernel/result';
import { linkState, refusalOfLink, sessionDays } from '@/lib/auth/rules';
import { linkToken, type LinkRefusal } from '@/lib/auth/schema';
import { getAuthSessionId, getPageTimeZone, getViewer } from '@/lib/auth/session';
import { hashToken } from '@/lib/auth/tokens';
import type { Device, Leaving } from './schema';

/** Who the viewer is and where they are signed in; null when nobody is. */
export async function loadAccount() {
  const viewer = await getViewer();
  if (!viewer) return null;
  const now = Temporal.Now.instant();
  const [rows, current, timeZone] = await Promise.all([
    listAuthSessions(db, { userId: viewer.id, now }),
    getAuthSessionId(),
    getPageTimeZone(),
  ]);
  const devices: Device[] = rows.map(({ id, device, expires }) => ({
    id,
    name: device,
    lastUsedAt: expires.getTime() - sessionDays * 86_400_000,
    isThisOne: id === current,
  }));
  return { name: viewer.name ?? '', email: viewer.email, devices, timeZone };
}

/** What the page behind a mailed link says of leaving, or why the link does nothing. */
export async function loadLeaving({
  token,
}: {
  token: string;
}): Promise<Result<Leaving, LinkRefusal>> {
  if (!linkToken.safeParse(token).success) return refused('unknown');
  const link = await getEmailToken(db, { tokenHash: hashToken(token) });
  const now = Temporal.Now.instant().epochMilliseconds;
  const reason = refusalOfLink(link && linkState(link), { purpose: 'forget_me', now });
  const leaver = link && (await getLeaverByEmail(db, { email: link.email }));
  if (!link || !leaver || reason !== null) return refused(reason ?? 'unknown');
  const { userId, ...counts } = leaver;
  return ok({ email: link.email, ...counts, onlyOwned: await listOnlyOwned(db, { userId }) });
}
