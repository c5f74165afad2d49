import { describe, expect, it } from 'vitest';
import {
  about,
  booking,
  held,
  one,
  requests,
  hostileRequests,
  threeOf,
  write,
} from '@/testing/mailed-bookings';
import type { MailRequest } from './render-mail';

const reminderKinds = ['reminder_24h_mentee', 'reminder_1h_mentor', 'reminder_30m_mentee'] as const;
const tokens = { manageToken: 'M', joinToken: null, offToken: 'O' };

describe('headers', () => {
  it.each(requests)('say that a program has sent it: %s', async (_, request) => {
    const { headers } = await write(request, 'en');
    expect(headers['Auto-Submitted']).toBe('auto-generated');
    const isReminder = /^(?:reminder|post_session)_/.test(request.kind);
    expect('List-Unsubscribe' in headers).toBe(isReminder);
  });

  it.each(reminderKinds)('of a reminder turn it off with one click: %s', async (kind) => {
    const { headers, text, html } = await write({ kind, booking, ...tokens }, 'fr');
    expect(headers).toEqual({
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': '<https://baobab.example/api/unsubscribe/O?locale=fr>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    const page = 'https://baobab.example/fr/unsubscribe/O';
    expect(text).toContain(`Désactiver ce rappel: ${page}\n`);
    expect(html).toContain(`href="${page}"`);
    expect(html).toContain('href="https://baobab.example/fr/settings"');
  });

  it('of a reminder to nobody whom it could be turned off for have no such thing', async () => {
    const [kind] = reminderKinds;
    const { headers, text } = await write({ kind, booking, ...tokens, offToken: null }, 'en');
    expect(headers).toEqual({ 'Auto-Submitted': 'auto-generated' });
    expect(text).not.toContain('unsubscribe');
  });
});

describe('a reply', () => {
  const open = { ...booking, mentorAddress: 'elodie@a.test', menteeAddress: 'awa@a.test' };
  const unread = 'Replies to this email are not read.';

  it('goes to the other side, where they allow it', async () => {
    const toMentee = await write(one('booked_mentee', open), 'en');
    expect(toMentee.replyTo).toBe('elodie@a.test');
    expect(toMentee.text).toContain('Élodie N’Guessan receives your answer and sees your address.');
    expect(toMentee.text).not.toContain(unread);
    const toMentor = await write(about('cancelled_mentor', threeOf(open)), 'en');
    expect(toMentor.replyTo).toBe('awa@a.test');
    // The address itself stands in no text: it is for whoever replies.
    for (const { text, html } of [toMentee, toMentor]) expect(text + html).not.toContain('@a.test');
  });

  it.each<[string, MailRequest]>([
    ['nobody allows it', one('moved_mentee', { ...open, mentorAddress: null })],
    ['only the reader does', one('booked_mentor', { ...open, menteeAddress: null })],
    [
      'the mail is about a group',
      { kind: 'reminder_1h_mentor', booking: { ...open, seats: 3 }, ...tokens },
    ],
    [
      'the address is not proved',
      { kind: 'hold', token: 'T', booking: { ...held, mentorAddress: 'elodie@a.test' } },
    ],
  ])('goes nowhere, and the mail says so, where %s', async (_, request) => {
    const { replyTo, text } = await write(request, 'en');
    expect(replyTo).toBeNull();
    expect(text).toContain(unread);
  });
});

it('the mail half an hour before leads into the room, and to the page after that', async () => {
  const request: MailRequest = {
    kind: 'reminder_30m_mentee',
    booking,
    ...tokens,
    joinToken: 'J',
  };
  const { text } = await write(request, 'en');
  expect([...text.matchAll(/https:\S+/g)].map(([url]) => url).slice(0, 2)).toEqual([
    'https://baobab.example/join/J',
    `https://baobab.example/bookings/${booking.id}`,
  ]);
});

describe('hostile texts', () => {
  it.each(hostileRequests)('break nothing: %s', async (_, request) => {
    for (const locale of ['en', 'fr'] as const) {
      const { html, text, subject } = await write(request, locale);
      for (const form of [html, text, subject]) {
        expect(form.isWellFormed()).toBe(true);
        // A name turns nothing around but itself.
        expect(form.includes('\u202e')).toBe(false);
      }
      expect(/[\r\n]/.test(subject)).toBe(false);
      // What has no space in it breaks anywhere, and columns keep their widths.
      const [, body = ''] = /<td dir="ltr"[^>]*style="([^"]*)"/.exec(html) ?? [];
      expect(body).toContain('overflow-wrap:anywhere;word-break:break-word');
      const data = html.match(/<table(?![^>]*role="presentation")[^>]*>/g) ?? [];
      expect(data.filter((table) => !table.includes('table-layout:fixed'))).toEqual([]);
    }
  });

  it.each(hostileRequests)(
    'leave links whole, each of them one to press: %s',
    async (_, request) => {
      const { html, text } = await write(request, 'en');
      const hrefs = new Set([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href));
      const ours = [...text.matchAll(/https:\/\/baobab\.example\S*/g)].map(([url]) => url);
      expect(ours.filter((url) => !hrefs.has(url))).toEqual([]);
    },
  );

  it('cut no character in two where the list of mails shows only so much', async () => {
    const long = { ...booking, mentorName: `${'a'.repeat(150)}${'👩‍👩‍👧‍👦'.repeat(9)}` };
    const { html } = await write(one('cancelled_mentor', { ...long, cancelledBy: 'mentee' }), 'en');
    const preheader = /data-skip-in-text="true">([^<]*)/.exec(html)?.[1] ?? '';
    expect(preheader.length).toBeGreaterThan(150);
    expect(preheader).toMatch(/(?:👩‍👩‍👧‍👦)*$/u);
    expect(preheader.endsWith('\u200d')).toBe(false);
    expect(preheader.isWellFormed()).toBe(true);
  });
});
