import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { notePeers } from './note-peers';

it.each([
  [undefined, '127.0.0.1'],
  ['203.0.113.9', '203.0.113.9, 127.0.0.1'],
  [
    ['203.0.113.9', '198.51.100.1, 198.51.100.2'],
    '203.0.113.9, 198.51.100.1, 198.51.100.2, 127.0.0.1',
  ],
])('puts the address of the connection after %j', async (sent, seen) => {
  if (sent === undefined) notePeers();
  const server = createServer((asked, answer) => {
    answer.end(String(asked.headers['x-forwarded-for']));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const headers = sent === undefined ? {} : { 'x-forwarded-for': sent };
  const text = await new Promise<string>((resolve, reject) => {
    request({ host: '127.0.0.1', port, headers }, (answer) => {
      answer.setEncoding('utf8').once('data', resolve);
    })
      .once('error', reject)
      .end();
  });
  server.close();
  expect(text).toBe(seen);
});
