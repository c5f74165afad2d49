'use client';

import { useEffect, useRef, useState } from 'react';
import { usePathname } from '@/i18n/router';
import type { UnreadSummary } from '@/lib/notifications/schema';
import { askUnread, parseShared, readShared, unreadKey, writeShared } from './shared-unread';

const everyMs = 30_000;
/** Coming back to a tab fires two events, and flicking through tabs many. */
const leastMs = 1000;

/**
 * The viewer's unread notifications: as the server rendered them, then every 30 seconds while the
 * tab is visible, at once when it is looked at again, and when another tab has learnt more.
 */
export function useUnread({
  userId,
  locale,
  rendered,
}: {
  userId: string;
  locale: string;
  rendered: UnreadSummary;
}): UnreadSummary {
  const [summary, setSummary] = useState(rendered);
  // An action on the page has rendered the header anew: that is the newest there is.
  const [known, setKnown] = useState(rendered);
  if (
    known.count !== rendered.count ||
    known.waiting !== rendered.waiting ||
    known.latest?.id !== rendered.latest?.id
  ) {
    setKnown(rendered);
    setSummary(rendered);
  }
  useEffect(() => writeShared(userId, { summary: known, askedAt: Date.now() }), [userId, known]);

  useEffect(() => {
    let isSignedOut = false;
    const refresh = async (maxAgeMs: number) => {
      if (document.visibilityState === 'hidden' || isSignedOut) return;
      const shared = readShared(userId);
      if (shared && Date.now() - shared.askedAt < maxAgeMs) {
        setSummary(shared.summary);
        return;
      }
      const answer = await askUnread(userId, locale);
      if (answer === 'signed_out') isSignedOut = true;
      else if (answer) setSummary(answer.summary);
    };
    const onLook = () => void refresh(leastMs);
    const onStorage = ({ key, newValue }: StorageEvent) => {
      const shared = key === unreadKey(userId) ? parseShared(newValue) : null;
      if (shared) setSummary(shared.summary);
    };
    // A little less than the pause, or each tab's own timer would find its last answer just fresh.
    const timer = setInterval(() => void refresh(everyMs - leastMs), everyMs);
    document.addEventListener('visibilitychange', onLook);
    window.addEventListener('focus', onLook);
    window.addEventListener('storage', onStorage);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onLook);
      window.removeEventListener('focus', onLook);
      window.removeEventListener('storage', onStorage);
    };
  }, [userId, locale]);

  // Opening one leads away from the list, to a page that is drawn under the same header.
  const pathname = usePathname();
  const previous = useRef(pathname);
  useEffect(() => {
    const wasList = previous.current === '/notifications' && pathname !== '/notifications';
    previous.current = pathname;
    const ask = async () => {
      const answer = await askUnread(userId, locale);
      if (answer && answer !== 'signed_out') setSummary(answer.summary);
    };
    if (wasList) void ask();
  }, [pathname, userId, locale]);

  return summary;
}
