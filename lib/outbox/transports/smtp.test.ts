import { afterEach, describe, expect, it } from 'vitest';
import type { MailAttachment } from '@/domain/mails';
import { startMailServer } from '@/testing/mail-server';
import { monday } from '@/testing/people';
import type { MailTransport } from '../mail-transport';
import { smtpTransport } from './smtp';

type Server = Awaited<ReturnType<typeof startMailServer>>;

let used: { server: Server; transport: MailTransport } | null = null;

afterEach(async () => {
  used?.transport.close();
  await used?.server.stop();
});

async function start(...behaviour: Parameters<typeof startMailServer>) {
  const server = await startMailServer(...behaviour);
  const transport = smtpTransport({ url: server.url, from: 'Baobab <hello@baobab.example>' });
  used = { server, transport };
  return used;
}

const key = '01a1fd24-599c-7376-ad00-735946a09937';
const mail = {
  key,
  to: 'awa@example.test',
  subject: 'Café',
  html: '<p>é</p>',
  text: 'é',
  attachments: [] as MailAttachment[],
  headers: {},
  replyTo: null,
};
const options = { now: monday };

/** Answers `said` to the commands that start so, and else what is usual. */
const on =
  (name: string, said: string | null) =>
  (command: string): string | null | undefined =>
    command.startsWith(name) ? said : undefined;

it('hands a mail over, as text and as HTML', async () => {
  const { server, transport } = await start();
  expect(await transport.send(mail, options)).toMatchObject({ status: 'sent' });
  const [{ to, source } = { to: '', source: '' }] = server.mails;
  expect(to).toBe('awa@example.test');
  expect(source).toMatch(/^From: Baobab <hello@baobab\.example>\r$/m);
  expect(source).toMatch(/^Subject: =\?UTF-8\?Q\?Caf=C3=A9\?=\r$/m);
  expect(source).toContain('text/plain');
  expect(source).toContain('text/html');
});

it('carries headers, and where replies go', async () => {
  const { server, transport } = await start();
  const off = `<https://baobab.example/api/unsubscribe/${'a'.repeat(150)}?locale=fr>`;
  const headers = {
    'Auto-Submitted': 'auto-generated',
    'List-Unsubscribe': off,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  await transport.send({ ...mail, headers, replyTo: 'elodie@example.test' }, options);
  const source = server.mails[0]?.source.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';
  for (const [name, value] of Object.entries(headers)) {
    expect(source.split('\r\n')).toContain(`${name}: ${value}`);
  }
  expect(source).toMatch(/^Reply-To: elodie@example\.test\r$/m);
});

it('puts an invitation beside the text, under its method, and once more as a file', async () => {
  const { server, transport } = await start();
  const content = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n';
  const contentType = 'text/calendar; method=CANCEL; charset=utf-8';
  const attachments = [
    { filename: 'invite.ics', contentType, content },
    { filename: 'other.txt', contentType: 'text/plain', content: 'Another' },
  ];
  await transport.send({ ...mail, attachments }, options);
  const source = server.mails[0]?.source.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';
  expect(source).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=CANCEL\r$/m);
  expect(source).toMatch(/^Content-Disposition: attachment; filename=invite\.ics\r$/m);
  expect(source).toMatch(/^Content-Disposition: attachment; filename=other\.txt\r$/m);
  expect(source.replaceAll('\r\n', '')).toContain(Buffer.from(content).toString('base64'));
});

it('gives a mail that is sent twice the same Message-ID and the same parts', async () => {
  const { server, transport } = await start();
  await transport.send({ ...mail, key: `${key}/2` }, options);
  await transport.send({ ...mail, key: `${key}/2` }, options);
  const [one, other] = server.mails.map(({ source }) => source.replace(/^Date: .*$/m, ''));
  expect(one).toMatch(new RegExp(`^Message-ID: <${key}\\.2@baobab\\.example>\\r$`, 'm'));
  expect(other).toBe(one);
});

it('keeps its connection between mails, and lets go of it when it is closed', async () => {
  const { server, transport } = await start();
  for (let place = 0; place < 4; place += 1) {
    await transport.send({ ...mail, key: `${key}/${place}` }, options);
  }
  expect(server.connectionsMade()).toBe(1);
  transport.close();
  await server.idle();
  expect(await transport.send(mail, options)).toMatchObject({ status: 'sent' });
  expect(server.connectionsMade()).toBe(2);
});

describe('a refusal is', () => {
  it.each([
    ['for good, of an address', on('RCPT', '550 5.1.1 no such user'), 'permanent'],
    ['for good, of the content', on('.', '554 5.6.0 not this'), 'permanent'],
    ['for now, of an address', on('RCPT', '450 4.2.0 greylisted'), 'retry'],
    ['for now, of the content', on('.', '451 4.3.0 try later'), 'retry'],
    ['of the sender, which is a setting', on('MAIL', '553 5.7.1 not your domain'), 'retry'],
    ['of everybody for now', on('MAIL', '421 4.3.2 closing'), 'busy'],
  ])('%s', async (_, behave, status) => {
    const { server, transport } = await start(behave);
    expect(await transport.send(mail, options)).toMatchObject({ status });
    expect(server.mails).toHaveLength(0);
  });
});

it('says that a mail is to be tried again, and does not do so itself, when the connection breaks', async () => {
  const { server, transport } = await start(on('.', null));
  expect(await transport.send(mail, options)).toMatchObject({ status: 'retry' });
  expect(server.mails).toHaveLength(1);
});

it('gives up an address that cannot be one', async () => {
  const { transport } = await start();
  const nobody = { ...mail, to: '' };
  expect(await transport.send(nobody, options)).toMatchObject({ status: 'permanent' });
});

it('waits for a server that is not there', async () => {
  const { server, transport } = await start();
  await server.stop();
  expect(await transport.send(mail, options)).toMatchObject({ status: 'retry' });
});
