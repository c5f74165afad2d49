/** Actions as anybody can call them, who need not post one of our forms: with whatever they like. */
import fc from 'fast-check';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { actionFiles } from '@/testing/actions';
import { hostileFields } from '@/testing/hostile';
import { makeMentor } from '@/testing/people';
import { partsOf, uncleanParts } from '@/testing/text-fields';
import { postedPath } from './schema';

/** The request around a call. */
const request = vi.hoisted(() => ({
  headers: new Headers(),
  viewer: null as { id: string } | null,
}));

vi.mock('server-only', () => ({}));
vi.mock('next/cache', () => ({ refresh: () => undefined }));
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new LedTo(to);
  },
}));
vi.mock('next/server', () => ({ after: () => undefined, connection: async () => undefined }));
vi.mock('next-intl/server', () => ({
  getTranslations: () => Promise.resolve((key: string) => key),
}));
vi.mock('@/lib/auth/config', () => ({
  authSecret: 'x'.repeat(32),
  sessionCookie: { name: 'session', options: {} },
  signIn: async () => 'https://accounts.google.com/',
  signOut: () => undefined,
}));
vi.mock('@/lib/auth/session', () => ({
  getViewer: async () => request.viewer,
  signInPath: (_locale: string, next: string) => `/sign-in?${new URLSearchParams({ next })}`,
  startAuthSession: () => undefined,
  getAuthSessionId: async () => null,
}));
vi.mock('@/kernel/time/viewer-zone', () => ({
  getBrowserZones: async () => ({ device: null, chosen: null, isSettled: false }),
}));
vi.mock('./rate-limits', () => ({ limitUse: async () => null, networkAddress: () => 'somewhere' }));
// What an action was built from stands beside it.
vi.mock('./builders', async (importOriginal) => {
  const { publicAction, userAction } =
    await importOriginal<Record<'publicAction' | 'userAction', (options: never) => object>>();
  return {
    publicAction: (options: never) => Object.assign(publicAction(options), { options }),
    userAction: (options: never) => Object.assign(userAction(options), { options }),
  };
});

class LedTo extends Error {}

type Action = ((previous: unknown, given: unknown) => Promise<unknown>) & {
  options: { schema: z.ZodType; lists?: readonly string[]; files?: readonly string[] };
};

const { publicAction, userAction } = await import('./builders');

beforeEach(() => {
  request.headers = new Headers({ 'next-action': 'x' });
  request.viewer = null;
});

/** Where a call leads, or what it answers. */
async function call(action: (previous: unknown, given: never) => Promise<unknown>, given: unknown) {
  return action(null, given as never).catch((error: unknown) => {
    if (error instanceof LedTo) return error.message;
    throw error;
  });
}

function formOf(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('an action', () => {
  const goOn = publicAction({
    schema: z.object({ next: postedPath }),
    flash: 'go-on',
    run: async () => ({ ok: true }),
    leadsTo: ({ input }) => input.next,
  });
  const stay = publicAction({
    schema: z.object({ text: z.string() }),
    flash: 'stay',
    run: async () => ({ ok: true }),
  });
  const own = userAction({ schema: z.object({}), run: async () => ({ ok: true }) });

  it.each(['//evil.example', '/en//evil.example', '/\\evil.example', 'https://evil.example'])(
    'leads nowhere else than here for %s, where it is done and where it is not',
    async (path) => {
      expect(await call(goOn, formOf([['next', path]]))).toBe('/');
      request.headers = new Headers({ referer: `https://baobab.test${path}` });
      const asked = formOf([['from', path]]);
      expect(await call(stay, asked)).toMatch(/^\/\?flash=[\w-]+$/);
      expect(await call(stay, formOf([['locale', 'fr']]))).toMatch(/^\/fr(\/[a-z:/.%]+)?\?flash=/);
      expect(await call(own, asked)).toBe('/sign-in?next=%2F');
    },
  );

  it('takes what is no form for an empty one', async () => {
    for (const given of [undefined, null, 'text', 4, [], {}, { get: 'x' }, new Map()]) {
      expect(await call(stay, given)).toMatchObject({ status: 'invalid' });
    }
  });

  it('has no field with a name that every object has', async () => {
    const form = formOf([
      ['__proto__', 'x'],
      ['constructor', 'x'],
      ['toString', 'x'],
      ['text', 'said'],
    ]);
    expect(await call(stay, form)).toEqual({ status: 'ok', value: undefined });
    form.delete('text');
    expect(await call(stay, form)).toEqual({
      status: 'invalid',
      errors: { text: 'required' },
      values: {},
    });
  });
});

/** The names of the fields that a schema reads, as far as it says. */
function fieldsOf(schema: z.ZodType): string[] {
  const { def } = schema as unknown as {
    def: { shape?: object; in?: z.ZodType; innerType?: z.ZodType; options?: z.ZodType[] };
  };
  return [
    ...Object.keys(def.shape ?? {}),
    ...[def.in, def.innerType, ...(def.options ?? [])].flatMap((one) => (one ? fieldsOf(one) : [])),
  ];
}

describe('every action there is', () => {
  let viewer: { id: string };
  let plausible: string[];
  beforeAll(async () => {
    const { mentorId, serviceId, variantId } = await makeMentor({ durations: [60, 30] });
    viewer = { id: mentorId };
    plausible = [mentorId, serviceId, variantId];
  });

  it.each([...actionFiles('lib')])('%s answers whatever is posted to it', async (name, file) => {
    const exported = (await import(join(process.cwd(), file))) as Record<string, Action>;
    const action = exported[name];
    if (!action) throw new Error(`${file} has no ${name}`);
    const { schema, lists = [], files = [] } = action.options;
    // Of schemas that stand in files of schemas, too, but these are all that are posted to.
    expect(uncleanParts(partsOf(schema, name))).toEqual([]);
    const fields = [...new Set([...fieldsOf(schema), ...lists, ...files, 'locale', 'from'])];
    const some = fc.constantFrom(...hostileFields, ...plausible);
    const posted = fc.record(
      Object.fromEntries(
        fields.map((field) => [
          field,
          lists.includes(field) ? fc.array(some, { maxLength: 3 }) : some.map((value) => [value]),
        ]),
      ),
      { requiredKeys: [] },
    );
    const person = { ...viewer, email: 's@example.test', name: 'S', locale: 'en', timeZone: null };
    await fc.assert(
      fc.asyncProperty(posted, fc.boolean(), async (sent, isSignedIn) => {
        request.viewer = isSignedIn ? person : null;
        const form = new FormData();
        for (const [field, all] of Object.entries(sent)) {
          for (const value of all ?? []) {
            const isFile = files.includes(field);
            form.append(field, isFile ? new File([value], value) : value);
          }
        }
        await call(action, form);
      }),
      { numRuns: 15 },
    );
  });
});
