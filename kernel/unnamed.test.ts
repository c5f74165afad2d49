import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { log } from './log';
import { unnamed, unnamedThrough } from './unnamed';

it.each([
  ['550 5.1.1 <awa.diop+x@lycee.example>: no such user', '550 5.1.1 <…@…>: no such user'],
  ['mailbox awa@lycee.example, full', 'mailbox …@…, full'],
  ['"awa"@x.test and émile@école.example.', '…@… and …@…'],
  [
    'GET https://calendar.google.com/calendar/ical/awa%40x.test/private-1a2b/basic.ics failed',
    'GET https://calendar.google.com/… failed',
  ],
  ['webcal://u:secret@host.test/feed?key=1 refused', 'webcal://host.test/… refused'],
  ['smtp://hello%40x.test:pass@mail.x.test:587', 'smtp://mail.x.test:587'],
  ['postgres://owner:pass@10.0.0.1/baobab is down', 'postgres://10.0.0.1/… is down'],
  ['see https://stripe.com/', 'see https://stripe.com/'],
  [
    'Error: no\n    at send (file:///srv/app/node_modules/@scope/pool/x.js:1:2)',
    'Error: no\n    at send (file:///srv/app/node_modules/@scope/pool/x.js:1:2)',
  ],
  ['no answer within 15 s', 'no answer within 15 s'],
])('of %j is left %j', (text, left) => {
  expect(unnamed(text)).toBe(left);
});

it('takes no longer for a text that was written to keep it busy', () => {
  const startedMs = performance.now();
  for (const part of ['a', '@', 'a@', '://', '"', 'a://b@']) unnamed(part.repeat(50_000));
  expect(performance.now() - startedMs).toBeLessThan(2000);
});

it('goes through what is logged, errors with what libraries hang on them, and their causes', () => {
  const lines: string[] = [];
  const to = new Writable({
    write: (line: Buffer, _, done) => {
      lines.push(line.toString());
      done();
    },
  });
  // The formatters are the log's own.
  const formatters = (
    log as unknown as Record<symbol, { log: (fields: object) => Record<string, unknown> }>
  )[pino.symbols.formattersSym];
  if (!formatters) throw new Error('the log has no formatters');
  const written = pino({ formatters: { log: (fields) => formatters.log(fields) } }, to);
  const address = 'awa@lycee.example';
  const err = Object.assign(new Error(`550 <${address}>`, { cause: new Error(`by ${address}`) }), {
    response: `550 <${address}> unknown`,
    rejected: [address],
    rejectedErrors: [new Error(`for ${address}`)],
  });
  written.error(
    { err, note: `sent to ${address}`, deep: { url: `https://x.test/?to=${address}` } },
    'no',
  );
  expect(lines.join('')).toContain('550 <…@…>');
  expect(lines.join('')).not.toContain('awa');
  const loop: { self?: unknown } = {};
  loop.self = loop;
  expect(() => JSON.stringify(unnamedThrough(loop))).not.toThrow();
});
