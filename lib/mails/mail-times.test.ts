import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { held, requests, write } from '@/testing/mailed-bookings';
import type { MailedBooking } from './mailed-booking';

describe('a reader whose zone is not known', () => {
  const unknown = { ...held, guestTimeZone: null };
  const hold = (values: Partial<MailedBooking> = {}) =>
    write({ kind: 'hold', token: 'T', booking: { ...unknown, ...values } }, 'en');

  it('reads the mentor’s clock, named as such, and UTC', async () => {
    const { text, subject } = await hold();
    expect(text).toContain(
      'Tuesday 8 December 2026, 18:30–19:30, Nairobi (GMT+3), your mentor’s time (15:30–16:30 UTC)',
    );
    expect(text).toContain('until 13:00 (GMT+3)');
    expect(subject).not.toMatch(/\d:\d/);
  });

  it('reads the day in UTC where it is another, and no UTC where it is the same', async () => {
    const late = Temporal.Instant.from('2026-12-08T22:30:00Z');
    const period = { start: late, end: late.add({ hours: 1 }) };
    expect((await hold({ period })).text).toContain(
      'Wednesday 9 December 2026, 01:30–02:30, Nairobi (GMT+3), your mentor’s time ' +
        '(Tuesday 8 December 2026, 22:30–23:30 UTC)',
    );
    expect((await hold({ mentorTimeZone: 'Africa/Dakar' })).text).toContain(
      '15:30–16:30, Dakar (GMT), your mentor’s time\n',
    );
  });
});

describe('every time', () => {
  const zones = /^.*\d\d:\d\d(?!.*(?:GMT|UTC)).*$/gm;

  it.each(requests)('names its zone: %s', async (_, request) => {
    for (const locale of ['en', 'fr'] as const) {
      const { subject, text, html } = await write(request, locale);
      const preheader = /<div[^>]*display:none[^>]*>([^<]*)/.exec(html)?.[1] ?? '';
      // The line below one of several times has its zone.
      const lines = text.replaceAll(/\n(?=[^\n]+ · BAO-)/g, ' ');
      expect([subject, preheader, lines].join('\n').match(zones) ?? []).toEqual([]);
    }
  });
});
