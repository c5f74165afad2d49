import { isUnreadSummary } from '@/lib/notifications/rules';
import type { UnreadSummary } from '@/lib/notifications/schema';

/**
 * What one tab has learnt about unread notifications, for the others: any number of tabs ask the
 * server together as often as one. It lies under the user's id, so that nobody sees somebody else's.
 */
export interface SharedUnread {
  summary: UnreadSummary;
  /** Epoch milliseconds. */
  askedAt: number;
}

export const unreadKey = (userId: string) => `baobab-unread-${userId}`;

/** Storage may be forbidden; each tab then asks for itself. */
export function readShared(userId: string): SharedUnread | null {
  try {
    return parseShared(localStorage.getItem(unreadKey(userId)));
  } catch {
    return null;
  }
}

export function writeShared(userId: string, shared: SharedUnread): void {
  try {
    localStorage.setItem(unreadKey(userId), JSON.stringify(shared));
  } catch {
    // As above.
  }
}

/** What another tab wrote, perhaps one of an older version. */
export function parseShared(text: string | null): SharedUnread | null {
  if (text === null) return null;
  const { summary, askedAt } = JSON.parse(text) as Partial<SharedUnread>;
  return isUnreadSummary(summary) && typeof askedAt === 'number' ? { summary, askedAt } : null;
}

/**
 * Asks the server, one tab at a time: null when another tab is asking at this moment, whose answer
 * then arrives through the storage.
 */
export async function askUnread(
  userId: string,
  locale: string,
): Promise<SharedUnread | 'signed_out' | null> {
  const ask = async () => {
    const response = await fetch(`/api/notifications?locale=${locale}`);
    if (response.status === 401) return 'signed_out';
    if (!response.ok) return null;
    const summary: unknown = await response.json();
    if (!isUnreadSummary(summary)) return null;
    const shared = { summary, askedAt: Date.now() };
    writeShared(userId, shared);
    return shared;
  };
  try {
    // Not there outside of https and localhost.
    if (!('locks' in navigator)) return await ask();
    return await navigator.locks.request(unreadKey(userId), { ifAvailable: true }, (lock) =>
      lock ? ask() : null,
    );
  } catch {
    // No network: the next turn asks again.
    return null;
  }
}
