/**
 * Every page as anybody can ask for it: with whatever in its path, its query and the browser's cookies. What
 * it reads of its query is seen as it reads it, so that no list of parameters is to be kept.
 */
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { isValidElement } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it, vi } from 'vitest';
import { hostileFields } from '@/testing/hostile';
import { idOf, makeIsolatedWorld } from '@/testing/isolated-world';
import { pageParameters } from '@/testing/page-parameters';
import { examples, patience } from '@/testing/examples';

/** The request around a page. */
const request = vi.hoisted(() => {
  process.env.OPERATORS = 'head@example.test';
  return { userId: '', cookie: undefined as string | undefined, headers: new Headers() };
});

/** The message says where to, where it does. */
class Left extends Error {}

/** `notFound` and `redirect`. */
const leave = vi.hoisted(() => (to?: string) => {
  throw new Left(to);
});
const nothing = vi.hoisted(() => () => null);

vi.mock('server-only', () => ({}));
vi.mock('next/server', () => ({ connection: async () => undefined, after: () => undefined }));
vi.mock('next/cache', () => ({ cacheLife: () => undefined, cacheTag: () => undefined }));
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) =>
      request.cookie === undefined ? undefined : { name, value: request.cookie },
    has: () => request.cookie !== undefined,
    set: () => undefined,
  }),
}));
vi.mock('next/navigation', () => {
  return {
    notFound: leave,
    redirect: leave,
    permanentRedirect: leave,
    unstable_rethrow: () => undefined,
    useRouter: nothing,
    usePathname: nothing,
    useParams: nothing,
    useSearchParams: nothing,
  };
});
vi.mock('next/dynamic', () => ({ default: () => nothing }));
vi.mock('next/form', () => ({ default: nothing }));
vi.mock('next-intl/server', () => {
  const t = Object.assign((key: string) => key, { rich: () => '', raw: () => '', has: () => true });
  return {
    getTranslations: async () => t,
    getLocale: async () => 'en',
    getMessages: async () => ({}),
    getFormatter: async () => ({}),
  };
});
vi.mock('@/lib/auth/config', () => ({
  authSecret: 'x'.repeat(32),
  sessionCookie: { name: 'session', options: {} },
  auth: async () => (request.userId === '' ? null : { user: { id: request.userId } }),
  offersGoogle: true,
  signIn: async () => undefined,
  signOut: async () => undefined,
}));

const root = join(import.meta.dirname, '[locale]');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .toSorted();

type Query = Record<string, unknown>;
type Address = { params: Promise<Query>; searchParams: Promise<Query> };
/** What is asked for, and by whom: "" is a visitor. */
interface Asked {
  query: Query;
  params: Query;
  cookie: string | undefined;
  who: string;
}

interface PageModule {
  default: (address: Address) => unknown;
  generateMetadata?: (address: Address) => unknown;
}

beforeAll(makeIsolatedWorld);

/** Calls what runs on the server of a page: its own function, and those in it that wait for something. */
async function draw(node: unknown): Promise<void> {
  if (Array.isArray(node)) {
    for (const part of node) await draw(part);
    return;
  }
  if (!isValidElement<Record<string, unknown>>(node)) return;
  const { type, props } = node;
  if (typeof type === 'function' && type.constructor.name === 'AsyncFunction') {
    await draw(await (type as (given: unknown) => Promise<unknown>)(props));
    return;
  }
  for (const value of Object.values(props)) await draw(value);
}

/** Asks for a page: it is drawn, leads elsewhere or is not found. What it throws else would be a 5xx. */
async function ask(page: PageModule, params: Query, query: Query): Promise<void> {
  const address = () => ({
    params: Promise.resolve({ locale: 'en', ...params }),
    searchParams: Promise.resolve(query),
  });
  try {
    await page.generateMetadata?.(address());
    await draw(await page.default(address()));
  } catch (error) {
    if (!(error instanceof Left)) throw error;
  }
}

/** What a page is about, of the isolated world, for who may see it: so that all of it is drawn. */
function goodParams(file: string): Query {
  const ids: [folder: string, table: string, label: string][] = [
    ['bookings', 'bookings', 'lesson'],
    ['mentees', 'users', 'pupil'],
    ['people', 'users', 'pupil'],
    ['services', 'services', 'lesson'],
    ['credits', 'grants', 'given'],
  ];
  const [, table, label] = ids.find(([folder]) => file.includes(`${folder}/[id]`)) ?? [];
  return {
    organization: 'school',
    slug: file.startsWith('(public)') ? 'mentor' : 'teacher',
    id: table !== undefined && label !== undefined ? idOf(table, label) : uuidv7(),
    token: 'A'.repeat(43),
    key: file.includes('proposals') ? idOf('bookings', 'proposal') : 'A'.repeat(43),
    batchId: idOf('bookings', 'lesson'),
    audience: 'mentors',
    path: ['mails'],
  };
}

function whoSees(file: string): string {
  if (file.startsWith('mentor/')) return 'teacher';
  return /admin|^operator|^o\/new/.test(file) ? 'head' : 'pupil';
}

/** The parameters that a page looks at. */
async function parametersOf(page: PageModule, params: Query): Promise<string[]> {
  const names = new Set<string>();
  const watched = new Proxy<Query>(
    {},
    {
      has: () => true,
      get: (_, name) => {
        if (typeof name === 'string' && name !== 'then') names.add(name);
        return undefined;
      },
    },
  );
  for (const who of [request.userId, '']) {
    request.userId = who;
    await ask(page, params, watched);
  }
  return [...names];
}

const worst = [
  ...hostileFields,
  '1e9',
  '1899-12-31T23:59Z',
  '2201-01-01',
  'constructor',
  'toString',
  '%',
  '%00',
  '%E0%A4%A',
  '%F0%9F',
  '۱۲',
  "'; drop table users; --",
];
const worstOfAll = ['\0', '1e9', '-1', '9999-12-31', '__proto__', ['1', '\0']];
const one = fc.constantFrom(...worst);
const anyValue = fc.oneof(
  { weight: 5, arbitrary: one },
  { weight: 2, arbitrary: fc.array(one, { minLength: 2, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5000 }) },
);

/** What pages look at, all of them together. */
const read = new Set<string>();

it.each(files)(
  '%s answers whatever it is asked',
  async (file) => {
    const page = (await import(join(root, file))) as PageModule;
    const good = goodParams(file);
    request.userId = idOf('users', whoSees(file));
    const names = await parametersOf(page, good);
    for (const name of names) read.add(name);
    const segments = [...file.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = '']) => name);
    const addresses: fc.Arbitrary<Asked> = fc.record({
      query: fc.record(Object.fromEntries(names.map((name) => [name, anyValue])), {
        requiredKeys: [],
      }),
      // As a page gets them: percent-encoded.
      params: fc.option(
        fc.record(
          Object.fromEntries(
            segments.map((name) => [
              name,
              name === 'path' ? fc.array(one, { minLength: 1, maxLength: 3 }) : one,
            ]),
          ),
          { requiredKeys: [] },
        ),
        { nil: {}, freq: 2 },
      ),
      cookie: fc.option(one, { nil: undefined, freq: 2 }),
      who: fc.constantFrom(whoSees(file), whoSees(file), whoSees(file), 'outsider', ''),
    });
    await fc.assert(
      fc.asyncProperty(addresses, async ({ query, params, cookie, who }) => {
        request.userId = who === '' ? '' : idOf('users', who);
        request.cookie = cookie;
        await ask(page, { ...good, ...params }, query);
      }),
      {
        numRuns: worstOfAll.length + examples(names.length + segments.length === 0 ? 1 : 4),
        // Each for all that the page looks at, and then what chance has to offer.
        examples: worstOfAll.map((value): [Asked] => [
          {
            query: Object.fromEntries(names.map((name) => [name, value])),
            params: {},
            cookie: undefined,
            who: whoSees(file),
          },
        ]),
      },
    );
    request.cookie = undefined;
  },
  patience(20_000),
);

it('an address that admins’ pages had leads on with all that it says', async () => {
  const { default: page } = (await import(join(root, 'admin/[...path]/page.tsx'))) as PageModule;
  request.userId = idOf('users', 'head');
  const address = {
    params: Promise.resolve({ locale: 'en', path: ['mails'] }),
    searchParams: Promise.resolve({ state: 'skipped', page: ['2', '3 & 4'] }),
  };
  await expect(page(address)).rejects.toThrow(
    '/o/school/admin/mails?state=skipped&page=2&page=3+%26+4',
  );
});

it('finds what pages read', () => {
  expect([...read].toSorted()).toEqual(pageParameters);
});
