/** What the server answers to those who write their own requests: no browser, and no page of ours around it. */
import { createHash } from 'node:crypto';
import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { expect, test } from './fixtures';
import { type Screen, screens, signInFor } from './screens';
import { setStage, type Stage } from './stage';
import { pageParameters } from '@/testing/page-parameters';

let stage: Stage;

test.beforeAll(async () => {
  stage = await setStage();
});

const origin = process.env.APP_URL ?? '';

/** One request, its path sent as it is written here. @returns null: the server hung up */
function send(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = [],
  }: { method?: string; headers?: OutgoingHttpHeaders; body?: Iterable<string | Buffer> } = {},
) {
  interface Answer {
    status: number;
    headers: NodeJS.Dict<string | string[]>;
    text: string;
  }
  const { port } = new URL(origin);
  return new Promise<Answer | null>((resolve) => {
    const asked = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
      );
    });
    asked.on('error', () => resolve(null));
    for (const part of body) asked.write(part);
    asked.end();
  });
}

/** What stands in a page where something of it threw after its status had been sent. */
const brokenLater = /data-dgst="\d+"|\\?"digest\\?":\\?"\d+/;

const policyOf = (answer: { headers: NodeJS.Dict<string | string[]> } | null) =>
  String(answer?.headers['content-security-policy']);

test('every script of a page is one that its policy names', async () => {
  const { mentor } = stage;
  const nonces = new Set<string>();
  for (const path of [
    '/',
    '/fr',
    '/mentors',
    mentor.path,
    '/sign-in',
    '/nowhere',
    '/mentors/nobody',
  ]) {
    const answer = await send(path);
    expect(answer?.status, path).toBe(/no(where|body)/.test(path) ? 404 : 200);
    const policy = policyOf(answer);
    const [scripts = ''] = /(?<=script-src )[^;]*/.exec(policy) ?? [];
    expect(scripts).not.toContain('unsafe');
    const [nonce = ''] = /(?<='nonce-)[^']*/.exec(scripts) ?? [];
    nonces.add(nonce);
    const found =
      answer?.text.matchAll(/<script(?<attributes>[^>]*)>(?<text>.*?)<\/script>/gs) ?? [];
    let count = 0;
    for (const { groups: { attributes = '', text = '' } = {} } of found) {
      count += 1;
      if (attributes.includes('application/ld+json') || attributes.includes(`nonce="${nonce}"`))
        continue;
      const hash = createHash('sha256').update(text).digest('base64');
      expect(scripts, `${path}: ${attributes} ${text.slice(0, 80)}`).toContain(`'sha256-${hash}'`);
    }
    expect(count).toBeGreaterThan(3);
  }
  expect(nonces.size).toBe(7);
});

test('what is no page has a policy of its own', async () => {
  const dotted = await send('/nowhere.html');
  expect([dotted?.status, policyOf(dotted)]).toEqual([
    404,
    expect.stringContaining("script-src 'self' 'unsafe-inline'; script-src-attr 'none'"),
  ]);
  expect(policyOf(await send('/api/zones'))).toContain("default-src 'none'");
  const portrait = await send('/portraits/0190a0a0-0000-7000-8000-000000000000.webp');
  expect(policyOf(portrait)).not.toContain('script-src');
});

test('nothing that is asked for leads elsewhere', async () => {
  const hosts = [
    '//evil.example',
    '/%2Fevil.example',
    '/\\evil.example',
    '/%5Cevil.example',
    '/.//evil.example',
  ];
  const paths = hosts.flatMap((host) => [host, `/en${host}`, `/fr${host}`]);
  for (const path of paths.flatMap((one) => [one, `${one}?lang=en`, `${one}?lang=fr`])) {
    const answer = await send(path, {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
    });
    expect(answer?.status, path).toBeLessThan(500);
    const { location } = answer?.headers ?? {};
    if (location !== undefined) expect(new URL(String(location), origin).origin, path).toBe(origin);
  }
});

test('no address and no cookie breaks a page', async ({ openBrowser, signIn }) => {
  const worst = [
    '%00',
    '1e9',
    '-1',
    '9999-12-31',
    '__proto__',
    '%E0%A4%A',
    '%u0041',
    '%D9%A1%3B%27',
  ];
  const value = (place: number) => worst[place % worst.length];
  const cookies = new Map<Screen['as'], string>();
  for (const as of ['mentee', 'mentor', 'admin', 'operator'] as const) {
    const browser = await openBrowser();
    await signInFor({ as, name: as, path: () => '/' }, stage, (user) => signIn(browser, user));
    const kept = await browser.cookies();
    cookies.set(as, kept.map(({ name, value: text }) => `${name}=${text}`).join('; '));
  }
  const asked: { path: string; as?: Screen['as'] | undefined; cookie?: string }[] = [];
  const paths = new Map(screens.map(({ path, as }) => [path(stage).split('?')[0] ?? '/', as]));
  let place = 0;
  for (const [path, as] of paths) {
    place += 1;
    // All that pages look at: some of it several times, and the others with one value.
    const now = place;
    const query = pageParameters.flatMap((name, index) => {
      const pair = `${name}=${value(now)}`;
      return index % 3 === now % 3 ? [pair, `${name}=${value(now + index)}`] : [pair];
    });
    asked.push({ path: `${path}?${query.join('&')}`, as });
    // What a page is about.
    const parts = path.split('/');
    const other = parts.map((part, index) =>
      index > 1 && /[\d-]|.{20}/.test(part) ? value(place) : part,
    );
    if (other.join('/') !== path) asked.push({ path: other.join('/'), as });
  }
  const long = 'x'.repeat(5000);
  asked.push(
    { path: `/mentors?q=${long}` },
    { path: `/mentors/${long}` },
    { path: `/sign-in?next=/${long}` },
  );
  for (const bad of ['%00', '\u00e9', '%E0%A4%A', '{"a":1}', '"', long.slice(0, 3000)]) {
    const names = [
      'NEXT_LOCALE',
      'authjs.session-token',
      'baobab-flash',
      'tz',
      'tz_chosen',
      'calendar_view',
      'calendar_tz',
    ];
    for (const path of ['/', '/mentors', stage.mentor.path, '/bookings', '/mentor/calendar']) {
      asked.push({ path, cookie: names.map((name) => `${name}=${bad}`).join('; ') });
    }
  }
  const wrong: string[] = [];
  const work = async () => {
    for (let next = asked.pop(); next; next = asked.pop()) {
      const { path, as, cookie = cookies.get(as) } = next;
      const answer = await send(path, { headers: cookie === undefined ? {} : { cookie } });
      const isBroken = (answer?.status ?? 500) >= 500 || brokenLater.test(answer?.text ?? '');
      if (isBroken)
        wrong.push(
          `${as ?? 'visitor'} ${path.slice(0, 200)} ${cookie?.slice(0, 40) ?? ''}: ${answer?.status ?? 'hung up'}`,
        );
    }
  };
  await Promise.all([work(), work(), work()]);
  expect(wrong).toEqual([]);
});

test('a post from elsewhere, without an end or without sense is turned away', async () => {
  const form = { 'content-type': 'multipart/form-data; boundary=x' };
  for (const from of ['https://evil.example', 'null', 'nonsense', 'http://[']) {
    const answer = await send('/sign-in', { method: 'POST', headers: { ...form, origin: from } });
    expect([from, answer?.status]).toEqual([from, 403]);
  }
  const megabyte = Buffer.alloc(1024 * 1024, 97);
  const long = await send('/sign-in', {
    method: 'POST',
    headers: form,
    body: Array.from({ length: 30 }, () => megabyte),
  });
  // It answers, or hangs up while it is still being written to.
  expect([413, undefined]).toContain(long?.status);
  for (const action of ['x', '0'.repeat(42), '__proto__', '4'.repeat(5000)]) {
    for (const type of ['text/plain;charset=UTF-8', form['content-type'], 'application/json']) {
      for (const text of ['', '[', '["$F1"]', '--x\r\n\r\n', '{"__proto__":{}}']) {
        const headers = {
          'next-action': action,
          'content-type': type,
          'content-length': text.length,
          origin,
        };
        const answer = await send('/sign-in', { method: 'POST', headers, body: [text] });
        expect([action, type, text, answer?.status ?? 0]).toEqual([
          action,
          type,
          text,
          expect.any(Number),
        ]);
        expect(answer?.status, `${action} ${type} ${text}`).toBeLessThan(500);
      }
    }
  }
});
