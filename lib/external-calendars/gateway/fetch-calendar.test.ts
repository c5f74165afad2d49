import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startCalendarServer } from '@/testing/calendar-server';
import { fetchCalendar, type Network } from './fetch-calendar';
import { isPublicAddress } from './public-address';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answer: Answer;
let seen: { path: string; headers: IncomingHttpHeaders }[];
let server: Awaited<ReturnType<typeof startCalendarServer>>;

beforeAll(async () => {
  server = await startCalendarServer((request, response) => {
    seen.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
});
afterAll(() => server.close());
beforeEach(() => {
  seen = [];
  answer = (_request, response) => response.end('BEGIN:VCALENDAR');
});

/** `calendar.test` is the local server, as if it were on the public internet; nothing else is. */
const network: Network = {
  resolve: (host) => Promise.resolve(host === 'calendar.test' ? ['127.0.0.1'] : ['127.0.0.2']),
  mayConnect: (address) => address === '127.0.0.1' || isPublicAddress(address),
};
const none = { etag: null, lastModified: null };
const urlOf = (path: string) => `http://calendar.test:${server.port}${path}`;
const fetchPath = (path = '/', options: { network?: Network; timeoutMs?: number } = {}) =>
  fetchCalendar({ url: urlOf(path), ...none }, { network, ...options });
const failed = (failure: string) => ({ kind: 'failed', failure });

/** So many redirects, and then a calendar. */
const steps =
  (count: number): Answer =>
  (request, response) => {
    const step = Number(request.url?.slice(1));
    if (step === count) response.end('BEGIN:VCALENDAR');
    else response.writeHead(302, { Location: `/${step + 1}` }).end();
  };
const unknown = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));

/** Addresses of this machine and of other places where no calendar is. */
const ways = (port: number) => [
  `http://127.0.0.1:${port}/`,
  `http://localhost:${port}/`,
  `http://2130706433:${port}/`,
  `http://0x7f000001:${port}/`,
  `http://0177.0.0.1:${port}/`,
  `http://127.1:${port}/`,
  `http://0:${port}/`,
  `http://[::1]:${port}/`,
  `http://[::ffff:127.0.0.1]:${port}/`,
  `http://[::ffff:7f00:1]:${port}/`,
  `http://[64:ff9b::7f00:1]:${port}/`,
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://100.100.100.200/',
  'http://10.0.0.1/',
  'https://192.168.0.1/',
  `http://①②⑦.⓪.⓪.①:${port}/`,
];

describe('a calendar is fetched', () => {
  it('by its name, and nothing is sent along', async () => {
    answer = (_request, response) => {
      response
        .setHeader('ETag', '"one"')
        .setHeader('Last-Modified', 'Mon, 23 Nov 2026 12:00:00 GMT');
      response.end('BEGIN:VCALENDAR');
    };
    expect(await fetchPath('/a.ics?key=1')).toEqual({
      kind: 'body',
      bytes: Buffer.from('BEGIN:VCALENDAR'),
      charset: null,
      etag: '"one"',
      lastModified: 'Mon, 23 Nov 2026 12:00:00 GMT',
    });
    expect(seen).toMatchObject([{ path: '/a.ics?key=1' }]);
    expect(Object.keys(seen[0]?.headers ?? {}).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it('only when it has changed', async () => {
    answer = (request, response) => {
      response.statusCode = request.headers['if-none-match'] === '"one"' ? 304 : 200;
      response.end();
    };
    const asked = { url: urlOf('/'), etag: '"one"', lastModified: 'Mon' };
    expect(await fetchCalendar(asked, { network })).toEqual({ kind: 'unchanged' });
    expect(seen[0]?.headers['if-modified-since']).toBe('Mon');
    answer = (_request, response) => response.writeHead(304).end();
    expect(await fetchPath()).toEqual(failed('server_error'));
  });

  it('unpacked', async () => {
    answer = (_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('BEGIN:VCALENDAR'));
    expect(await fetchPath()).toMatchObject({
      kind: 'body',
      bytes: Buffer.from('BEGIN:VCALENDAR'),
    });
  });

  it('after three redirects, and not after more', async () => {
    answer = steps(3);
    expect(await fetchPath('/0')).toMatchObject({ kind: 'body' });
    answer = steps(4);
    expect(await fetchPath('/0')).toEqual(failed('too_many_redirects'));
  });
});

describe('a read fails', () => {
  it.each([
    [404, 'not_found'],
    [410, 'not_found'],
    [401, 'no_access'],
    [403, 'no_access'],
    [500, 'server_error'],
    [204, 'server_error'],
    [301, 'server_error'],
  ])('at %i as %s', async (status, failure) => {
    answer = (_request, response) => response.writeHead(status).end();
    expect(await fetchPath()).toEqual(failed(failure));
  });

  it('when there is too much of it, packed or not', async () => {
    const much = Buffer.alloc(6 * 1024 * 1024, 'a');
    answer = (_request, response) => response.end(much);
    expect(await fetchPath()).toEqual(failed('too_big'));
    answer = (_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(much));
    expect(await fetchPath()).toEqual(failed('too_big'));
  });

  it('when it takes too long, at whichever step', async () => {
    answer = () => undefined;
    expect(await fetchPath('/', { timeoutMs: 200 })).toEqual(failed('timeout'));
    answer = (_request, response) => response.write('BEGIN:VCALENDAR');
    expect(await fetchPath('/', { timeoutMs: 200 })).toEqual(failed('timeout'));
    const silent = { ...network, resolve: () => new Promise<string[]>(() => undefined) };
    expect(await fetchPath('/', { network: silent, timeoutMs: 200 })).toEqual(failed('timeout'));
  });

  it('when half of it is missing, nobody answers or the name is unknown', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('BEGIN');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await fetchPath()).toEqual(failed('unreachable'));
    const closed = await startCalendarServer(() => undefined);
    await closed.close();
    const url = `http://calendar.test:${closed.port}/`;
    expect(await fetchCalendar({ url, ...none }, { network })).toEqual(failed('unreachable'));
    const nowhere = { ...network, resolve: unknown };
    expect(await fetchPath('/', { network: nowhere })).toEqual(failed('unreachable'));
  });

  it('when what should be packed is not', async () => {
    answer = (_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('not at all');
    expect(await fetchPath()).toEqual(failed('unreachable'));
  });
});

describe('no request reaches a private network', () => {
  it('written in any way', async () => {
    for (const url of ways(server.port)) {
      // The system's own resolver and the rule of production.
      expect({ url, ...(await fetchCalendar({ url, ...none })) }).toEqual({
        url,
        ...failed('private_address'),
      });
    }
    expect(seen).toEqual([]);
  });

  it('through a redirect', async () => {
    for (const url of [...ways(server.port), 'file:///etc/passwd', 'gopher://calendar.test/']) {
      if (url.startsWith('http://127.') || url.includes('localhost')) continue;
      seen = [];
      answer = (_request, response) =>
        response.writeHead(302, { Location: new URL(url).href }).end();
      const strict: Network = {
        resolve: network.resolve,
        // Only the first connection is to the server of this test.
        mayConnect: (address) => seen.length === 0 && address === '127.0.0.1',
      };
      const got = await fetchPath('/', { network: strict });
      expect({ url, ...got }).toEqual({ url, ...failed('private_address') });
      expect(seen).toHaveLength(1);
    }
  });

  it('by a name that leads there, or that also leads there', async () => {
    for (const found of [['127.0.0.1'], ['1.1.1.1', '127.0.0.1'], ['1.1.1.1', 'fd00::1']]) {
      const named: Network = {
        resolve: () => Promise.resolve(found),
        mayConnect: isPublicAddress,
      };
      expect(await fetchPath('/', { network: named })).toEqual(failed('private_address'));
    }
    expect(seen).toEqual([]);
  });

  it('by a name that changes its mind: it is asked once, and its answer is where we go', async () => {
    let asked = 0;
    const fickle: Network = {
      resolve: () => Promise.resolve([(asked += 1) === 1 ? '127.0.0.1' : '127.0.0.2']),
      mayConnect: (address) => address === '127.0.0.1',
    };
    // No resolver but this one knows the name.
    expect(await fetchPath('/', { network: fickle })).toMatchObject({ kind: 'body' });
    expect(asked).toBe(1);
  });

  it('with a password or to a port of another protocol', async () => {
    const url = `http://user:secret@calendar.test:${server.port}/`;
    expect(await fetchCalendar({ url, ...none }, { network })).toEqual(failed('private_address'));
    const mail = 'http://calendar.test:25/';
    expect(await fetchCalendar({ url: mail, ...none }, { network })).toEqual(
      failed('private_address'),
    );
    expect(seen).toEqual([]);
  });
});
