import { Temporal } from 'temporal-polyfill';
import { slotText } from '@/components/slots/booking-address';
import { raw } from '@/testing/raw';
import { expect, test } from './fixtures';
import { hourAhead, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

test('the first times of a mentor are in the first HTML, as links', async ({ request }) => {
  const mentor = await publishMentor();
  const html = await bodyOf(request.get(mentor.path));
  expect(html.includes(`>${mentor.name}</h1>`)).toBe(true);
  const next = Temporal.Now.instant().round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  const slots = tags(html, 'a').flatMap(({ href = '' }) => /slot=(.*)$/.exec(href)?.[1] ?? []);
  expect(slots).toContain(`${next.toString().slice(0, 16)}Z`);
});

test('the first mentors of the list are in the first HTML, with their next time', async ({
  request,
}) => {
  const html = await bodyOf(request.get('/mentors'));
  expect(html.match(/<article/g)?.length).toBe(12);
  expect(html.match(/<time [^>]*>[^<]*\d\d:\d\d<\/time>/g)?.length).toBeGreaterThan(0);
});

test('a slow database shows the shape of the page, not a blank one', async ({ baseURL }) => {
  const mentor = await publishMentor();
  const locked = await raw.reserve();
  try {
    // Nobody reads mentors until this transaction ends.
    await locked`begin`;
    await locked`lock table mentors in access exclusive mode`;
    const answers = await Promise.all(
      ['/mentors', mentor.path].map((path) => fetch(new URL(path, baseURL))),
    );
    const streams = answers.map((answer) => new Html(answer));
    const [list, page] = streams;
    await list?.until(t('mentorList.loading'));
    await page?.until(t('mentorPage.loadingTimes'));
    expect(list?.has('<article')).toBe(false);
    expect(page?.has(mentor.name)).toBe(false);

    await locked`commit`;
    await list?.until('<article');
    await page?.until(mentor.name);
  } finally {
    await locked`rollback`;
    locked.release();
  }
});

test('what a person wrote says in which language it is', async ({ request }) => {
  const mentor = await publishMentor({
    mentor: { headline: 'Ingénieure', bio: 'Neuf ans.', writtenIn: 'fr' },
    service: { title: 'مقابلة', description: 'نتدرب معا.', writtenIn: 'ar' },
    questions: [{ text: 'لماذا؟' }],
  });
  const times = await bodyOf(request.get(mentor.path));
  const slot = slotText(hourAhead(5, 10).epochMilliseconds);
  const steps = await bodyOf(
    request.get(`${mentor.path}/book?variant=${mentor.variantId}&slot=${slot}`),
  );
  expect(wordsIn(times, 'p', 'fr')).toEqual(['Ingénieure', 'Neuf ans.']);
  expect(wordsIn(times, 'h3', 'ar')).toEqual(['مقابلة']);
  expect(wordsIn(times, 'p', 'ar')).toEqual(['نتدرب معا.']);
  expect(wordsIn(steps, 'span', 'ar')).toEqual(expect.arrayContaining(['مقابلة', 'لماذا؟']));
});

/** What stands in the elements of a kind that say that they are in a language. */
function wordsIn(html: string, tag: string, lang: string): (string | undefined)[] {
  const elements = new RegExp(`<${tag} [^>]*lang="${lang}" dir="auto"[^>]*>([^<]*)<`, 'g');
  return Array.from(html.matchAll(elements), ([, text]) => text);
}

test('pages name their other language and say what they are', async ({ request }) => {
  const mentor = await publishMentor();

  const page = await bodyOf(request.get(`/fr${mentor.path}`));
  expect(tags(page, 'html')[0]).toMatchObject({ lang: 'fr' });
  expect(linkedPaths(page)).toEqual({
    canonical: `/fr${mentor.path}`,
    en: mentor.path,
    fr: `/fr${mentor.path}`,
    'x-default': mentor.path,
  });
  expect(structuredData(page)).toContainEqual(
    expect.objectContaining({
      '@type': 'ProfilePage',
      mainEntity: expect.objectContaining({ name: mentor.name }),
    }),
  );

  const list = await bodyOf(request.get('/mentors'));
  expect(linkedPaths(list)).toMatchObject({ canonical: '/mentors', fr: '/fr/mentors' });
  expect(structuredData(list)).toContainEqual(expect.objectContaining({ '@type': 'ItemList' }));
  const filtered = await bodyOf(request.get('/mentors?language=fr'));
  expect(tags(filtered, 'meta')).toContainEqual(
    expect.objectContaining({ name: 'robots', content: 'noindex, follow' }),
  );

  const home = await bodyOf(request.get('/'));
  expect(linkedPaths(home)).toMatchObject({ canonical: '/', fr: '/fr' });
  expect(structuredData(home)).toContainEqual(expect.objectContaining({ '@type': 'WebSite' }));
});

test('each page has a picture for chats', async ({ request }) => {
  const mentor = await publishMentor();
  const site = textsIn('fr')('common.siteTitle');
  for (const [path, alt] of [
    ['/fr', site],
    ['/fr/mentors', site],
    [`/fr${mentor.path}`, `${mentor.name}, Data analyst, two career changes, Nairobi`],
  ] as const) {
    const html = await bodyOf(request.get(path));
    const said = (name: string) =>
      tags(html, 'meta').flatMap(({ property, content }) => (property === name ? [content] : []));
    expect(said('og:image:alt')).toEqual([alt]);
    const [picture, ...others] = said('og:image');
    expect(others).toEqual([]);
    const answer = await request.get(picture ?? '');
    expect(answer.headers()['content-type']).toBe('image/png');
  }
});

test('crawlers learn where to go, and watchers that all is well', async ({ request, baseURL }) => {
  const robots = await bodyOf(request.get('/robots.txt'));
  expect(robots).toContain(`Sitemap: ${new URL('/sitemap.xml', baseURL).href}`);
  expect(robots).toContain('Disallow: /bookings');
  const sitemap = await bodyOf(request.get('/sitemap.xml'));
  expect(sitemap).toContain(`<loc>${new URL('/fr/mentors', baseURL).href}</loc>`);
  expect(sitemap).toContain(`<loc>${new URL('/mentors/awa-diop', baseURL).href}</loc>`);

  const health = await request.get('/api/health');
  expect(health.status()).toBe(200);
  expect(await health.json()).toMatchObject({ database: 'up' });
});

async function bodyOf(answer: Promise<{ text: () => Promise<string> }>): Promise<string> {
  return (await answer).text();
}

/** The attributes of each element of a kind, by name in lower case. */
function tags(html: string, name: string): Record<string, string>[] {
  return [...html.matchAll(new RegExp(`<${name} ([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key.toLowerCase(),
        value,
      ]),
    ),
  );
}

/** The paths of the page itself and of it in each language, all on the site that runs. */
function linkedPaths(html: string): Record<string, string> {
  // Ahead of everything that may come later.
  const head = html.slice(0, html.indexOf('</head>'));
  const origins = [...head.matchAll(/(?:href|content)="(https?:\/\/[^"/]*)/g)].map(([, at]) => at);
  expect(new Set(origins)).toEqual(new Set([process.env.APP_URL]));
  return Object.fromEntries(
    tags(head, 'link')
      .filter(({ rel }) => rel === 'canonical' || rel === 'alternate')
      .map(({ hreflang, href = '' }) => [hreflang ?? 'canonical', new URL(href).pathname]),
  );
}

function structuredData(html: string): Record<string, unknown>[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json ?? '') as Record<string, unknown>,
  );
}

/** A page as it arrives, bit by bit. */
class Html {
  #text = '';
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();

  constructor({ body }: Response) {
    if (!body) throw new Error('The answer has no body.');
    this.#reader = body.getReader();
  }

  has(expected: string): boolean {
    return this.#text.includes(expected);
  }

  /** Reads on until `expected` has arrived. */
  async until(expected: string): Promise<void> {
    while (!this.has(expected)) {
      const { done, value } = await this.#reader.read();
      if (done) throw new Error(`The page ended without “${expected}”.`);
      this.#text += this.#decoder.decode(value, { stream: true });
    }
  }
}
