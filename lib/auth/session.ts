import 'server-only';
import { getLocale } from 'next-intl/server';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';
import { db } from '@/db/client';
import { setDevice } from '@/db/queries/auth-sessions';
import { getViewerRow } from '@/db/queries/users';
import { workingAs } from '@/db/work';
import type { MentorHandle } from '@/domain/mentors';
import { localizedPath, type Locale } from '@/i18n/routing';
import { networkAddress } from '@/kernel/network';
import { sameWallTime } from '@/kernel/time/format';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { auth, sessionCookie } from './config';
import { deviceOf } from './device';
import { hashToken } from './tokens';
import type { AuthSession } from './service';

/** Who is looking at a page or posting a form. */
export type Viewer = {
  id: string;
  email: string;
  /** Null until they have said it, after a first sign-in by link. */
  name: string | null;
  locale: 'en' | 'fr';
  /** Null until they, or their browser, have said it: ask `getViewerTimeZone`. */
  timeZone: string | null;
  isMentor: boolean;
  /** What makes the address of their own page as a mentor; null when they do not mentor. */
  mentorHandle: MentorHandle | null;
  /** Their picture as a mentor; null when there is none. */
  portraitId: string | null;
  /** Organizations that they belong to, by id, and of those the ones that they administer. */
  memberOf: string[];
  adminOf: string[];
};

/**
 * Who is looking, or null. Blocked users are nobody: their sessions count no more, at once. It depends
 * on the request, so it stands under Suspense or on a page rendered for each request.
 */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  // The library draws random numbers, which a prerender may not (cacheComponents).
  await connection();
  const row = await workingAs('vital', async () => {
    const session = await auth();
    const userId = session?.user?.id;
    return userId === undefined ? null : getViewerRow(db, { userId });
  });
  return row && { ...row, isMentor: row.mentorHandle !== null };
});

/** The network that the page is asked for from. */
export async function getNetwork(): Promise<string> {
  return networkAddress(await headers());
}

/**
 * The zone in which the viewer reads times: their setting, or the one that a visitor picked, else the
 * device's; null while nobody has said it.
 */
export async function getViewerTimeZone(): Promise<string | null> {
  const [viewer, { device, chosen }] = await Promise.all([getViewer(), getBrowserZones()]);
  return settingOf(viewer, chosen) ?? device;
}

/** The same for pages that have to name some zone. */
export async function getPageTimeZone(): Promise<string> {
  return (await getViewerTimeZone()) ?? 'UTC';
}

/**
 * The zone of the device, where its clock shows another time now than the one that the viewer reads
 * times in, and nobody has said since that this is right; else null.
 */
export async function getOtherTimeZone({ now }: { now: number }): Promise<string | null> {
  const [viewer, { device, chosen, isSettled }] = await Promise.all([
    getViewer(),
    getBrowserZones(),
  ]);
  const setting = settingOf(viewer, chosen);
  if (setting === null || device === null || isSettled) return null;
  return sameWallTime(now, setting, device) ? null : device;
}

const settingOf = (viewer: Viewer | null, chosen: string | null) =>
  viewer ? viewer.timeZone : chosen;

/** Where signing in is asked for; `next` is the path to come back to, without its language. */
export function signInPath(locale: Locale, next: string): string {
  const path = localizedPath('/sign-in', locale);
  return next === '/' ? path : `${path}?${new URLSearchParams({ next })}`;
}

/**
 * Who is looking; whoever is not signed in is sent to do that first. For pages, not for actions.
 * @param next the page's own path with its query, without its language
 */
export async function requireViewer({ next }: { next: string }): Promise<Viewer> {
  const viewer = await getViewer();
  if (!viewer) redirect(signInPath(await getLocale(), next));
  return viewer;
}

/**
 * Who is looking, as a mentor. Whoever is not signed in is sent to do that; whoever does not mentor
 * yet, to where that begins. For pages, not for actions.
 * @param next the page's own path with its query, without its language
 */
export async function requireMentor({
  next,
}: {
  next: string;
}): Promise<Viewer & { mentorHandle: MentorHandle }> {
  const viewer = await requireViewer({ next });
  const { mentorHandle } = viewer;
  if (mentorHandle === null) redirect(localizedPath('/mentor/profile', await getLocale()));
  return { ...viewer, mentorHandle };
}

/** Gives the browser the login session that a service opened. For actions and route handlers. */
export async function startAuthSession({ sessionToken, expires }: AuthSession): Promise<void> {
  const device = deviceOf((await headers()).get('user-agent'));
  if (device !== '') await setDevice(db, { tokenHash: hashToken(sessionToken), device });
  (await cookies()).set(sessionCookie.name, sessionToken, { ...sessionCookie.options, expires });
}

/** Of the browser's own login session, the name that `listAuthSessions` has for it; or null. */
export async function getAuthSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie.name)?.value;
  return token === undefined ? null : hashToken(token);
}
