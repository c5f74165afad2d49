/** What stands before and after every action, called with real viewers, limits and forms. */
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { publicAction, userAction } from './builders';

const request = vi.hoisted(() => ({
  viewer: null as { id: string } | null,
  headers: new Map<string, string>(),
  kept: [] as unknown[],
  refreshed: 0,
}));
// A request is what there is none of here: who asks, and where an answer leads.
vi.mock('server-only', () => ({}));
vi.mock('next/cache', () => ({ refresh: () => (request.refreshed += 1) }));
vi.mock('next/server', () => ({ after: (work: () => unknown) => work() }));
vi.mock('next/headers', () => ({ headers: async () => request.headers }));
vi.mock('next/navigation', () => ({
  redirect: (address: string) => {
    throw new Error(`to ${address}`);
  },
}));
vi.mock('@/lib/auth/session', () => ({
  getViewer: async () => request.viewer,
  signInPath: (_locale: string, next: string) => `/sign-in?next=${next}`,
}));
vi.mock('./flash', () => ({
  keepFlash: async (action: string, state: unknown) => {
    request.kept.push({ action, state });
    return 'F';
  },
}));

const schema = z.object({ name: z.string().min(1) });
const done = vi.fn<() => Promise<{ ok: true; value: string }>>(async () => ({
  ok: true,
  value: 'done',
}));

const taken = async () => ({ ok: false, reason: 'taken' }) as const;

function form(fields: Record<string, string>): FormData {
  const posted = new FormData();
  for (const [field, value] of Object.entries(fields)) posted.set(field, value);
  return posted;
}
const idle = { status: 'idle' } as const;
const good = { name: 'Awa', locale: 'fr', from: '/settings?tab=2' };

beforeEach(() => {
  done.mockClear();
  request.viewer = { id: uuidv7() };
  request.headers = new Map([
    ['next-action', 'x'],
    ['x-forwarded-for', uuidv7()],
  ]);
  request.kept = [];
  request.refreshed = 0;
});

describe('an action for users', () => {
  const act = userAction({ schema, run: done });

  it('does what a user asks', async () => {
    expect(await act(idle, form(good))).toEqual({ status: 'ok', value: 'done' });
  });

  it('asks whoever is signed in no more to sign in, and does nothing', async () => {
    request.viewer = null;
    await expect(act(idle, form(good))).rejects.toThrow('to /sign-in?next=/settings?tab=2');
    expect(done).not.toHaveBeenCalled();
  });

  it('is limited by who asks', async () => {
    const limited = userAction({ schema, limitByPerson: 'founding_by_person', run: done });
    for (let tries = 0; tries < 10; tries += 1) await limited(idle, form(good));
    expect(await limited(idle, form(good))).toMatchObject({
      status: 'refused',
      reason: 'rate_limited',
      values: { name: ['Awa'] },
    });
    expect(done).toHaveBeenCalledTimes(10);
    request.viewer = { id: uuidv7() };
    expect(await limited(idle, form(good))).toMatchObject({ status: 'ok' });
  });
});

describe('an action for anybody', () => {
  it('gives a visitor as nobody', async () => {
    request.viewer = null;
    const who = vi.fn<(context: { viewer: unknown }) => Promise<{ ok: true }>>(async () => ({
      ok: true,
    }));
    await publicAction({ schema, run: who })(idle, form(good));
    expect(who).toHaveBeenCalledWith(expect.objectContaining({ viewer: null, locale: 'fr' }));
  });

  it('is limited by what names the person, and by network', async () => {
    const limitByPerson = {
      name: 'founding_by_person',
      subject: ({ input }: { input: { name: string } }) => input.name,
    } as const;
    const byName = publicAction({ schema, limitByPerson, run: done });
    const someone = { ...good, name: uuidv7() };
    for (let tries = 0; tries < 10; tries += 1) await byName(idle, form(someone));
    expect(await byName(idle, form(someone))).toMatchObject({ reason: 'rate_limited' });
    expect(await byName(idle, form(good))).toMatchObject({ status: 'ok' });

    request.headers.set('x-forwarded-for', '203.0.113.77');
    const byNetwork = publicAction({ schema, limitByAddress: 'founding_by_person', run: done });
    for (let tries = 0; tries < 10; tries += 1) await byNetwork(idle, form(good));
    // Before anything is read of the form.
    expect(await byNetwork(idle, form({ ...good, name: '' }))).toMatchObject({
      reason: 'rate_limited',
    });
  });

  it('counts as many uses as a form says that it is', async () => {
    const limits = { limitByAddress: 'founding_by_person', uses: () => 5 } as const;
    const five = publicAction({ schema, ...limits, run: done });
    expect(await five(idle, form(good))).toMatchObject({ status: 'ok' });
    expect(await five(idle, form(good))).toMatchObject({ status: 'ok' });
    expect(await five(idle, form(good))).toMatchObject({ reason: 'rate_limited' });
  });

  it('names the fields that are wrong, gives back what was typed, and does nothing', async () => {
    const act = publicAction({ schema, run: done });
    expect(await act(idle, form({ ...good, name: '' }))).toEqual({
      status: 'invalid',
      errors: { name: 'required' },
      values: { name: [''], locale: ['fr'], from: ['/settings?tab=2'] },
    });
    expect(done).not.toHaveBeenCalled();
  });

  it.each(['//evil.test/x', '/\\evil.test', 'https://evil.test', '/en//evil.test'])(
    'leads nowhere else, whatever it is led to: %s',
    async (redirectTo) => {
      const run = async () => ({ ok: true, redirectTo }) as const;
      const led = publicAction({ schema, run })(idle, form(good));
      await expect(led).rejects.toThrow(/^to \/fr(?!\/\/|.*evil\.test$)/);
    },
  );

  it('answers a plain form by its page, which finds the state there', async () => {
    request.headers.delete('next-action');
    const act = publicAction({ schema, flash: 'name-it', run: taken });
    await expect(act(idle, form(good))).rejects.toThrow('to /fr/settings?tab=2&flash=F');
    expect(request.kept).toMatchObject([{ action: 'name-it', state: { reason: 'taken' } }]);
  });

  it('has its page read anew where it says so', async () => {
    await publicAction({ schema, run: done })(idle, form(good));
    expect(request.refreshed).toBe(0);
    await publicAction({ schema, refreshes: true, run: done })(idle, form(good));
    expect(request.refreshed).toBe(1);
  });
});
