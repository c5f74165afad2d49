'use server';

import { cookies } from 'next/headers';
import { publicAction, userAction } from '@/lib/action-kit/builders';
import { chosenZoneCookie, settledZoneCookie } from '@/kernel/time/zone-names';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { settingsForm, timeZoneChoice } from './schema';
import { saveSettings, saveTimeZone } from './service';

/** Saves the viewer's settings, and says so on their page. */
export const saveSettingsAction = userAction({
  schema: settingsForm,
  lists: ['email', 'inApp'],
  flash: 'save-settings',
  run: async ({ input, viewer, now }) => {
    const { language, timeZone, email, inApp, quietFrom, quietUntil, allowsReplies } = input;
    await saveSettings({
      userId: viewer.id,
      language,
      timeZone,
      allowsReplies: allowsReplies !== undefined,
      preferences: {
        emailKinds: email,
        inAppKinds: inApp,
        quietFromMinute: minuteOf(quietFrom),
        quietUntilMinute: minuteOf(quietUntil),
      },
      now,
    });
    return { ok: true };
  },
  // Saved twice, it is said twice.
  leadsTo: ({ now }) => `/settings?saved=${now.epochMilliseconds}`,
});

function minuteOf(time: string): number | null {
  const [hours, minutes] = time.split(':').map(Number);
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes;
}

const longKept = { path: '/', maxAge: 60 * 60 * 24 * 365, sameSite: 'lax' } as const;

/**
 * Shows times in another zone from now on, on pages and in mails: a user's setting; of a visitor the
 * browser keeps it. Where the device is now, it is settled by that.
 */
export const chooseTimeZoneAction = publicAction({
  schema: timeZoneChoice,
  flash: 'choose-time-zone',
  limitByAddress: 'link_by_address',
  refreshes: true,
  run: async ({ input: { timeZone }, viewer }) => {
    const [store, { device }] = await Promise.all([cookies(), getBrowserZones()]);
    if (viewer) await saveTimeZone({ userId: viewer.id, timeZone });
    else store.set(chosenZoneCookie, timeZone, longKept);
    if (device !== null) store.set(settledZoneCookie, device, longKept);
    return { ok: true };
  },
});
