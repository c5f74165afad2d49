import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { getReminderPreferences } from '@/db/queries/reminders';
import { users } from '@/db/schema/users';
import { makeUser, monday } from '@/testing/people';
import { settingsForm } from './schema';
import { saveSettings } from './service';

const form = {
  language: 'fr',
  timeZone: 'Africa/Dakar',
  email: ['1h'],
  inApp: [],
  quietFrom: '22:00',
  quietUntil: '07:00',
} as const;

it('keeps what is saved last', async () => {
  const { id: userId } = await makeUser();
  const preferences = {
    emailKinds: ['24h', '1h'],
    inAppKinds: [],
    quietFromMinute: 1320,
    quietUntilMinute: 420,
  } as const;
  const place = {
    userId,
    language: 'fr',
    timeZone: 'Africa/Dakar',
    allowsReplies: true,
    now: monday,
  } as const;
  await saveSettings({ ...place, preferences });
  expect(await getReminderPreferences(db, { userId })).toEqual(preferences);
  const none = { ...preferences, quietFromMinute: null, quietUntilMinute: null };
  await saveSettings({ ...place, preferences: none });
  expect(await getReminderPreferences(db, { userId })).toEqual(none);
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  expect(user).toMatchObject({ locale: 'fr', timeZone: 'Africa/Dakar', allowsReplies: true });
});

it.each([
  [{}, []],
  [{ quietFrom: '', quietUntil: '' }, []],
  [{ quietUntil: '' }, ['quietUntil']],
  [{ quietFrom: '' }, ['quietFrom']],
  [{ quietFrom: '24:00' }, ['quietFrom']],
  [{ timeZone: 'Mars/Olympus' }, ['timeZone']],
  [{ email: ['2h'] }, ['email']],
])('the form with %o', (change, wrong) => {
  const parsed = settingsForm.safeParse({ ...form, ...change });
  expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0])).toEqual(wrong);
});
