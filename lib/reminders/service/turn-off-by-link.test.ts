import { eq } from 'drizzle-orm';
import { expect, it, describe } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { GET, POST } from '@/app/api/unsubscribe/[token]/route';
import { db } from '@/db/client';
import { getReminderPreferences, upsertReminderPreferences } from '@/db/queries/reminders';
import { users } from '@/db/schema/users';
import {
  openReminderOffLink,
  type ReminderOffClaims,
  sealReminderOffLink,
} from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { makeUser, monday } from '@/testing/people';
import { usualPreferences } from '../schema';
import { turnReminderOff } from './turn-off-by-link';

const hour = 3_600_000;
const seal = (claims: Pick<ReminderOffClaims, 'personId'> & Partial<ReminderOffClaims>) =>
  sealReminderOffLink({ kind: '24h', expiresAt: Date.now() + hour, ...claims }, env.authSecrets[0]);
const wishesOf = (userId: string) => getReminderPreferences(db, { userId });

describe('the link of a reminder', () => {
  it('turns that one off by e-mail, of whoever has said nothing yet', async () => {
    const { id } = await makeUser();
    const token = seal({ personId: id, kind: '1h' });
    const now = Temporal.Now.instant();
    for (let time = 0; time < 2; time += 1) {
      expect(await turnReminderOff({ token, now })).toEqual({ ok: true, value: { kind: '1h' } });
      expect(await wishesOf(id)).toEqual({
        ...usualPreferences,
        emailKinds: ['24h', '30m', 'post_session'],
      });
    }
  });

  it('leaves all else as it was chosen', async () => {
    const { id: userId } = await makeUser();
    const preferences = {
      emailKinds: ['24h', '30m'],
      inAppKinds: ['24h'],
      quietFromMinute: 1320,
      quietUntilMinute: 420,
    } as const;
    await upsertReminderPreferences(db, { userId, preferences, now: monday });
    await turnReminderOff({ token: seal({ personId: userId }), now: Temporal.Now.instant() });
    expect(await wishesOf(userId)).toEqual({ ...preferences, emailKinds: ['30m'] });
  });

  it('is nothing once it has expired, was changed, or whose person is blocked', async () => {
    const { id: personId } = await makeUser();
    const now = Temporal.Now.instant();
    const token = seal({ personId });
    const other = await makeUser();
    const wrong = [
      seal({ personId, expiresAt: Date.now() - hour }),
      sealReminderOffLink({ personId, kind: '24h', expiresAt: Date.now() + hour }, 'not ours'),
      token.replace(personId, other.id),
      token.replace('24h', '30m'),
      `${token}x`,
      '',
      'x'.repeat(10_000),
    ];
    for (const one of wrong) {
      expect(await turnReminderOff({ token: one, now })).toEqual({ ok: false, reason: 'unknown' });
    }
    await db.update(users).set({ blockedAt: monday }).where(eq(users.id, personId));
    expect(await turnReminderOff({ token, now })).toMatchObject({ ok: false });
    expect(await wishesOf(personId)).toBeNull();
    expect(openReminderOffLink(token, env.authSecrets)).toMatchObject({ personId, kind: '24h' });
  });
});

const oneClick = 'List-Unsubscribe=One-Click';

async function post(token: string, body: string, type = 'application/x-www-form-urlencoded') {
  const request = new Request(`http://localhost/api/unsubscribe/${token}`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'content-length': String(body.length),
      'x-forwarded-for': '203.0.113.9',
    },
    body,
  });
  return POST(request, { params: Promise.resolve({ token }) });
}

describe('one click in a mail program (RFC 8058)', () => {
  it('turns the reminder off, and says no more than that it has', async () => {
    const { id } = await makeUser();
    const response = await post(seal({ personId: id }), oneClick);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect((await wishesOf(id))?.emailKinds).not.toContain('24h');
  });

  it.each([
    ['another form', 'List-Unsubscribe=Yes'],
    ['nothing', ''],
    ['what is no form', '{}', 'application/json'],
    ['a long one', `${oneClick}&x=${'y'.repeat(300)}`],
  ])('takes %s for no click', async (_, body, type?: string) => {
    const { id } = await makeUser();
    expect((await post(seal({ personId: id }), body, type)).status).toBe(400);
    expect(await wishesOf(id)).toBeNull();
  });

  it('is refused for a link that is not ours, and after many of those altogether', async () => {
    expect((await post('x', oneClick)).status).toBe(404);
    const answers: number[] = [];
    for (let time = 0; time < 120; time += 1) answers.push((await post('x', oneClick)).status);
    expect(answers.at(-1)).toBe(429);
    const { id } = await makeUser();
    // People are counted apart: a mail provider asks for all of its own from one address.
    expect((await post(seal({ personId: id }), oneClick)).status).toBe(200);
  });

  it('when its address is only opened, changes nothing and leads to the page', async () => {
    const { id } = await makeUser();
    const token = seal({ personId: id });
    const request = new Request(`http://localhost/api/unsubscribe/${token}?locale=fr`);
    const response = await GET(request, { params: Promise.resolve({ token }) });
    expect(response.status).toBe(303);
    const page = `${env.APP_URL}/fr/unsubscribe/${encodeURIComponent(token)}`;
    expect(response.headers.get('location')).toBe(page);
    expect(await wishesOf(id)).toBeNull();
  });
});
