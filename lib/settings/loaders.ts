import 'server-only';
import { asViewer } from '@/db/viewer';
import { getReminderPreferences } from '@/db/queries/reminders';
import { getAllowsReplies } from '@/db/queries/users';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import { usualPreferences } from '@/lib/reminders/schema';
import type { SettingsView } from './schema';

/** The viewer's settings; null when nobody is signed in. */
export async function loadSettings(): Promise<SettingsView | null> {
  const viewer = await getViewer();
  if (!viewer) return null;
  const [kept, allowsReplies] = await asViewer(viewer, (tx) =>
    Promise.all([
      getReminderPreferences(tx, { userId: viewer.id }),
      getAllowsReplies(tx, { userId: viewer.id }),
    ]),
  );
  const { emailKinds, inAppKinds, quietFromMinute, quietUntilMinute } = kept ?? usualPreferences;
  return {
    language: viewer.locale,
    timeZone: await getPageTimeZone(),
    email: emailKinds,
    inApp: inAppKinds,
    allowsReplies,
    quietFrom: timeText(quietFromMinute),
    quietUntil: timeText(quietUntilMinute),
  };
}

function timeText(minute: number | null): string {
  if (minute === null) return '';
  return [Math.floor(minute / 60), minute % 60]
    .map((number) => String(number).padStart(2, '0'))
    .join(':');
}
