import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { makeUser, monday } from '@/testing/people';
import { db } from './client';
import { watching } from './connection';
import { insertRows } from './insert-rows';
import { notifications } from './schema/notifications';
import { reminderPreferences } from './schema/reminders';

const data = { credits: 5, reason: `O'Hara, "Bo" \\ {x}\n& É`, organization: 'A school' };
const granted = { kind: 'credits_granted', bookingId: null, data, createdAt: monday } as const;

it('writes what Drizzle reads: instants, json, lists, nulls and defaults', async () => {
  const { id: userId } = await makeUser();
  const row = { ...granted, userId };
  await insertRows(db, notifications, [row, { ...row, createdAt: monday.add({ seconds: 1 }) }]);
  const found = await db
    .select()
    .from(notifications)
    .where(eq(notifications.userId, userId))
    .orderBy(notifications.createdAt);
  expect(found).toMatchObject([
    { ...row, readAt: null },
    { ...row, createdAt: monday.add({ seconds: 1 }) },
  ]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(2);

  const wishes = { emailKinds: ['1h', '30m'], inAppKinds: [], quietFromMinute: 60 } as const;
  const preferences = { ...wishes, userId, quietUntilMinute: 120, updatedAt: monday };
  await insertRows(db, reminderPreferences, [
    { ...preferences, emailKinds: [...wishes.emailKinds], inAppKinds: [] },
  ]);
  const [kept] = await db
    .select()
    .from(reminderPreferences)
    .where(eq(reminderPreferences.userId, userId));
  expect(kept).toEqual(preferences);
});

it('leaves rows that are there as they are, where it is asked to', async () => {
  const { id: userId } = await makeUser();
  const wishes = {
    userId,
    emailKinds: [],
    inAppKinds: [],
    quietFromMinute: null,
    quietUntilMinute: null,
    updatedAt: monday,
  };
  await insertRows(db, reminderPreferences, [wishes]);
  const later = { ...wishes, updatedAt: monday.add({ hours: 1 }) };
  await insertRows(db, reminderPreferences, [later], { skipsExisting: true });
  await expect(insertRows(db, reminderPreferences, [later])).rejects.toThrow('duplicate key');
  const [kept] = await db
    .select({ updatedAt: reminderPreferences.updatedAt })
    .from(reminderPreferences)
    .where(eq(reminderPreferences.userId, userId));
  expect(kept).toEqual({ updatedAt: monday });
});

it('is one text for any number of rows', async () => {
  const { id: userId } = await makeUser();
  const row = { ...granted, userId };
  const texts = new Set<string>();
  watching.statement = (text) => texts.add(text);
  for (const rows of [[row], [row, row, row]]) await insertRows(db, notifications, rows);
  watching.statement = null;
  expect(texts.size).toBe(1);
});
