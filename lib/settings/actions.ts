'use server';

import { userAction } from '@/lib/action-kit/builders';
import { settingsForm } from './schema';
import { saveSettings } from './service';

/** Saves the viewer's settings, and says so on their page. */
export const saveSettingsAction = userAction({
  schema: settingsForm,
  lists: ['email', 'inApp'],
  flash: 'save-settings',
  run: async ({ input, viewer, now }) => {
    const { language, timeZone, email, inApp, quietFrom, quietUntil } = input;
    await saveSettings({
      userId: viewer.id,
      language,
      timeZone,
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
