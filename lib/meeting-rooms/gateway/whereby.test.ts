import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at } from '@/testing/people';
import { meeting, startWhereby, type WherebyBehaviour } from '@/testing/whereby';
import { newJitsiUrl } from './jitsi';
import { makeWherebyRoom } from './whereby';

let server: Awaited<ReturnType<typeof startWhereby>>;
beforeAll(async () => {
  server = await startWhereby();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.requests.length = 0;
});

const wanted = { endsAt: at('2026-11-24T16:30'), people: 2 };

describe('makeWherebyRoom', () => {
  it('asks as Whereby documents it, and gives both links', async () => {
    server.behave('make a room');
    const made = await makeWherebyRoom(server.whereby, wanted);
    const url = 'https://school.whereby.test/1';
    expect(made).toEqual({ ok: true, value: { url, hostUrl: `${url}?roomKey=host` } });
    expect(server.requests).toEqual([
      {
        method: 'POST',
        path: '/v1/meetings',
        authorization: 'Bearer key',
        body: {
          endDate: '2026-11-24T16:30:00Z',
          isLocked: false,
          roomMode: 'normal',
          fields: ['hostRoomUrl'],
        },
      },
    ]);
  });

  it('asks for the larger kind of room where more than four come', async () => {
    server.behave('make a room');
    await makeWherebyRoom(server.whereby, { ...wanted, people: 4 });
    await makeWherebyRoom(server.whereby, { ...wanted, people: 5 });
    const modes = server.requests.map(({ body }) => body);
    expect(modes).toMatchObject([{ roomMode: 'normal' }, { roomMode: 'group' }]);
  });

  it('makes do without a link for the host', async () => {
    const { hostRoomUrl: _, ...body } = meeting(7);
    server.behave({ status: 201, body });
    expect(await makeWherebyRoom(server.whereby, wanted)).toEqual({
      ok: true,
      value: { url: body.roomUrl, hostUrl: '' },
    });
  });

  const { roomUrl: _, ...withoutUrl } = meeting(1);
  it.each<[string, WherebyBehaviour, object]>([
    ['a server error', { status: 500 }, { reason: 'unavailable' }],
    ['a bad gateway', { status: 502, body: '<html>' }, { reason: 'unavailable' }],
    ['a wrong key', { status: 401 }, { reason: 'refused' }],
    ['what may not be done', { status: 403 }, { reason: 'refused' }],
    [
      'too many requests',
      { status: 429, headers: { 'retry-after': '17' } },
      { reason: 'busy', pauseSeconds: 17 },
    ],
    [
      'too many requests until a date',
      { status: 429, headers: { 'retry-after': 'Wed, 25 Nov 2026 00:00:00 GMT' } },
      { reason: 'busy', pauseSeconds: null },
    ],
    ['what is no JSON', { status: 201, body: '{"roomUrl":' }, { reason: 'malformed' }],
    ['an empty answer', { status: 201 }, { reason: 'malformed' }],
    ['JSON of another shape', { status: 201, body: [meeting(1)] }, { reason: 'malformed' }],
    ['no link', { status: 201, body: withoutUrl }, { reason: 'malformed' }],
    [
      'a link that is a script',
      { status: 201, body: { ...meeting(1), roomUrl: 'javascript:alert(1)' } },
      { reason: 'malformed' },
    ],
    [
      'a host’s link that is not encrypted',
      { status: 201, body: { ...meeting(1), hostRoomUrl: 'http://whereby.test/1' } },
      { reason: 'malformed' },
    ],
    [
      'a redirect, which would take the key elsewhere',
      { status: 307, headers: { location: '/v1/elsewhere' } },
      { reason: 'no_answer' },
    ],
    ['a connection that is reset', 'hang up', { reason: 'no_answer' }],
    ['one that is reset halfway', 'hang up halfway', { reason: 'no_answer' }],
    ['silence', 'say nothing', { reason: 'no_answer' }],
    ['silence halfway', 'stop halfway', { reason: 'no_answer' }],
  ])('copes with %s', async (_name, behaviour, refusal) => {
    server.behave(behaviour);
    const startedMs = performance.now();
    const made = await makeWherebyRoom(server.whereby, wanted);
    expect(made).toMatchObject({ ok: false, ...refusal });
    expect(performance.now() - startedMs).toBeLessThan(2000);
    expect(server.requests).toHaveLength(1);
  });

  it('copes with nobody there', async () => {
    const nobody = { ...server.whereby, apiUrl: 'http://127.0.0.1:1/v1' };
    expect(await makeWherebyRoom(nobody, wanted)).toMatchObject({ reason: 'no_answer' });
  });
});

describe('newJitsiUrl', () => {
  it('has at least 128 bits of chance in a name that no other has', () => {
    const urls = Array.from({ length: 1000 }, () => newJitsiUrl('https://meet.example.test'));
    expect(new Set(urls).size).toBe(1000);
    for (const url of urls) {
      const [, random = ''] = /^https:\/\/meet\.example\.test\/baobab-([0-9a-f]+)$/.exec(url) ?? [];
      expect(random.length * 4).toBeGreaterThanOrEqual(128);
    }
  });
});
