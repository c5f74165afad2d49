import { afterEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { cronRuns } from '@/db/schema/cron';

const secret = 'a secret that nobody guesses';

/** The route as a server with these settings has it. */
async function ask({ setting, header }: { setting: string; header?: string }) {
  vi.stubEnv('CRON_SECRET', setting);
  vi.resetModules();
  const { GET } = await import('./route');
  const headers = new Headers(header === undefined ? [] : [['authorization', header]]);
  return GET(new Request('http://localhost/api/cron/dispatch', { headers }));
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('GET /api/cron/dispatch', () => {
  it('says that it cannot run while no secret is set', async () => {
    const response = await ask({ setting: '', header: 'Bearer ' });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ error: expect.stringContaining('CRON_SECRET') });
  });

  it.each([
    ['nothing', undefined],
    ['something else', 'Bearer something else'],
    ['the start of it', `Bearer ${secret.slice(0, -1)}`],
    ['more than it', `Bearer ${secret}.`],
    ['it without its scheme', secret],
  ])('runs nothing for %s', async (_, header) => {
    const before = await db.$count(cronRuns);
    const response = await ask({ setting: secret, ...(header !== undefined && { header }) });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain(secret);
    expect(await db.$count(cronRuns)).toBe(before);
  });

  it('runs the jobs for who knows the secret, and says what they did', async () => {
    const response = await ask({ setting: secret, header: `Bearer ${secret}` });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({
      jobs: { expiry: {}, completion: {}, mails: { sent: 0 }, pruning: {} },
      hasMore: false,
      broken: [],
    });
    expect(await db.$count(cronRuns)).toBe(1);
  });

  it('may be called any number of times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => ask({ setting: secret, header: `Bearer ${secret}` })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });
});
