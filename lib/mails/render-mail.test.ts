import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { FollowUp, MailedBooking, MailedSession } from './mailed-booking';
import { type MailRequest, renderMail } from './render-mail';

const start = Temporal.Instant.from('2026-12-08T15:30:00Z');
const now = Temporal.Instant.from('2026-12-01T10:00:00Z');

const batchId = '01900000-0000-7000-8000-0000000000bb';
const booking: MailedBooking = {
  id: '01900000-0000-7000-8000-00000000000a',
  batchId,
  reference: 'BAO-7K3M9Q',
  status: 'confirmed',
  period: { start, end: start.add({ hours: 1 }) },
  expiresAt: null,
  createdAt: now,
  confirmedAt: now,
  menteeCheckedInAt: null,
  mentorCheckedInAt: null,
  movedByMentorAt: null,
  cancelledBy: null,
  cancelReason: null,
  subject: 'A <b>bold</b> plan',
  notes: 'Two\nlines',
  answers: [],
  phone: '',
  priceCredits: 12,
  chargedCredits: 12,
  guestName: null,
  guestTimeZone: null,
  menteeName: 'Awa Diop',
  menteeTimeZone: 'Africa/Dakar',
  mentorName: 'Élodie N’Guessan',
  mentorTimeZone: 'Africa/Nairobi',
  cancelNoticeMinutes: 1440,
  moveNoticeMinutes: 1440,
  lateCancelPercent: 50,
  serviceTitle: 'Mock interview',
  durationMinutes: 60,
  format: 'video',
  place: '',
  seats: 1,
};
const pending = {
  ...booking,
  status: 'pending',
  confirmedAt: null,
  expiresAt: now.add({ hours: 48 }),
} as const;
const held = {
  ...pending,
  status: 'held',
  menteeName: null,
  menteeTimeZone: null,
  guestName: 'Fatou',
  guestTimeZone: 'Europe/Paris',
} as const;
const cancelled = {
  ...booking,
  status: 'cancelled',
  cancelledBy: 'mentee',
  cancelReason: 'Ill',
} as const;
const declined = {
  ...pending,
  status: 'cancelled',
  cancelledBy: 'mentor',
  cancelReason: 'Full',
} as const;

const lapsed = { ...pending, status: 'expired' } as const;

/** The same three weeks in a row: the clocks of Paris, but not of Dakar and Nairobi, change in spring. */
function threeOf(values: Partial<MailedSession>, from = start): MailedSession[] {
  return [0, 1, 2].map((week) => {
    const startsAt = from.add({ hours: week * 7 * 24 });
    return {
      ...booking,
      keptCredits: 0,
      refundedCredits: 0,
      ...values,
      id: `01900000-0000-7000-8000-00000000010${week}`,
      reference: `BAO-00000${week}`,
      period: { start: startsAt, end: startsAt.add({ hours: 1 }) },
    };
  });
}
const batchOf = (values: Partial<MailedSession> = {}) => ({
  sessions: threeOf(values),
  hasFile: true,
});

const completed = { ...booking, status: 'completed' } as const;
const after = (followUp: Partial<FollowUp>): MailRequest => ({
  kind: 'post_session_mentee',
  booking: completed,
  followUp: { hasNotes: false, next: null, mentorSlug: 'elodie', ...followUp },
});
const next = { bookingId: 'NEXT', startsAt: start.add({ hours: 24 * 7 }), isPending: false };

const write = (request: MailRequest, locale: 'en' | 'fr') =>
  renderMail(request, { locale, appUrl: 'https://baobab.example', now: now.epochMilliseconds });

const requests: [string, MailRequest][] = [
  ['sign-in', { kind: 'sign_in', token: 'T', nextPath: '/bookings', minutes: 30 }],
  ['hold', { kind: 'hold', token: 'T', booking: held }],
  ['booked, to the mentee', { kind: 'booked_mentee', booking, manageToken: 'M' }],
  ['booked, to the mentor', { kind: 'booked_mentor', booking, manageToken: 'M' }],
  ['requested, to the mentee', { kind: 'booked_mentee', booking: pending, manageToken: 'M' }],
  ['requested, to the mentor', { kind: 'booked_mentor', booking: pending, manageToken: 'M' }],
  ['cancelled, to the mentee', { kind: 'cancelled_mentee', booking: cancelled }],
  ['cancelled, to the mentor', { kind: 'cancelled_mentor', booking: cancelled }],
  ['declined, to the mentee', { kind: 'cancelled_mentee', booking: declined }],
  ['declined, to the mentor', { kind: 'cancelled_mentor', booking: declined }],
  ['lapsed, to the mentee', { kind: 'cancelled_mentee', booking: lapsed }],
  ['lapsed, to the mentor', { kind: 'cancelled_mentor', booking: lapsed }],
  ['reminder, to the mentee', { kind: 'reminder_24h_mentee', booking, manageToken: 'M' }],
  ['reminder, to the mentor', { kind: 'reminder_1h_mentor', booking, manageToken: 'M' }],
  ['after the session', after({})],
  ['after the session, with notes', after({ hasNotes: true, next })],
  ['after the session, asked for another', after({ next: { ...next, isPending: true } })],
  ['after the session, of a mentor who has left', after({ mentorSlug: null })],
  ...[1, 3].flatMap((count): [string, MailRequest][] => {
    const several = (values: Partial<MailedSession>) => ({
      ...batchOf(values),
      sessions: threeOf(values).slice(0, count),
    });
    return (['mentee', 'mentor'] as const).flatMap((side): [string, MailRequest][] => [
      [`${count} booked, to the ${side}`, { kind: `booked_${side}`, ...several({}) }],
      [`${count} requested, to the ${side}`, { kind: `booked_${side}`, ...several(pending) }],
      ...Object.entries({ cancelled, declined, lapsed }).map(
        ([name, values]): [string, MailRequest] => [
          `${count} ${name}, to the ${side}`,
          { kind: `cancelled_${side}`, ...several(values) },
        ],
      ),
    ]);
  }),
];

describe.each(['en', 'fr'] as const)('in %s', (locale) => {
  it('every mail has its subject', async () => {
    const subjects = await Promise.all(
      requests.map(async ([name, request]) => `${name}: ${(await write(request, locale)).subject}`),
    );
    expect(subjects.join('\n')).toMatchSnapshot();
  });

  it.each(requests)('%s is complete, in HTML and in text', async (_, request) => {
    const { html, text } = await write(request, locale);
    const prefix = locale === 'fr' ? 'https://baobab.example/fr/' : 'https://baobab.example/';
    for (const form of [html, text]) {
      expect(form).toContain(prefix);
      // What the translator leaves where a text or a value is missing.
      expect(form).not.toMatch(/email\.|\{\w+\}|undefined|\bnull\b|NaN|\[object/);
    }
    expect(html).toContain(`lang="${locale}"`);
  });
});

const managePages = (form: string) => [...new Set(form.match(/https:\S+?\/manage\/[\w/-]+/g))];

const managePagesOf = async (request: MailRequest, locale: 'en' | 'fr') => {
  const { html, text } = await write(request, locale);
  expect(managePages(html)).toEqual(managePages(text));
  return managePages(text);
};

it('leads each side to moving and cancelling, in their language, where that is still possible', async () => {
  const site = 'https://baobab.example';
  expect(await managePagesOf({ kind: 'moved_mentee', booking, manageToken: 'M' }, 'fr')).toEqual([
    `${site}/fr/manage/M/move`,
    `${site}/fr/manage/M/cancel`,
  ]);
  expect(
    await managePagesOf({ kind: 'booked_mentor', booking: pending, manageToken: 'M' }, 'en'),
  ).toEqual([`${site}/manage/M/move`, `${site}/manage/M/cancel`]);
  expect(await managePagesOf({ kind: 'booked_mentee', booking, manageToken: null }, 'en')).toEqual(
    [],
  );
  expect(await managePagesOf({ kind: 'cancelled_mentee', booking: cancelled }, 'en')).toEqual([]);
});

const reminder = (about: MailedBooking, manageToken: string | null) =>
  write({ kind: 'reminder_24h_mentee', booking: about, manageToken }, 'en');

describe('a reminder leads to what can still be changed', () => {
  const site = 'https://baobab.example/manage/M';
  const soon = {
    ...booking,
    period: { start: now.add({ hours: 20 }), end: now.add({ hours: 21 }) },
  };
  const early = { ...soon, createdAt: now.subtract({ hours: 100 }) };
  it.each([
    ['the mentee, before the notice', 'reminder_24h_mentee', booking, ['/move', '/cancel']],
    ['the mentee, inside the notice', 'reminder_24h_mentee', early, ['/cancel']],
    [
      'the mentee, inside a notice that the mentor has lifted by moving',
      'reminder_24h_mentee',
      { ...early, movedByMentorAt: now },
      ['/move', '/cancel'],
    ],
    ['the mentor, at any time', 'reminder_1h_mentor', early, ['/move', '/cancel']],
    ['the mentor of a group: the page alone', 'reminder_1h_mentor', { ...early, seats: 3 }, []],
  ] as const)('%s', async (_, kind, about, expected) => {
    expect(await managePagesOf({ kind, booking: about, manageToken: 'M' }, 'en')).toEqual(
      expected.map((end) => site + end),
    );
  });

  it('and tells the mentee what cancelling costs', async () => {
    expect((await reminder(early, 'M')).text).toContain(
      'If you cancel now, or do not come, 6 credits are kept.',
    );
    expect((await reminder(early, null)).text).not.toContain('cancel');
  });
});

const onwardPages = (text: string) =>
  [...text.matchAll(/https:\/\/baobab\.example(\/(?:bookings|mentors)\S+)/g)].map(
    ([, path]) => path,
  );

const frenchAfter = async (isPending: boolean) =>
  (await write(after({ next: { ...next, isPending } }), 'fr')).text;

describe('the mail after a session', () => {
  const page = `/bookings/${booking.id}`;
  it.each([
    ['offers to book again', {}, ['/mentors/elodie', page]],
    ['leads to the notes first', { hasNotes: true }, [page, '/mentors/elodie']],
    ['leads to the next session', { next }, ['/bookings/NEXT', page]],
    [
      'leads to the notes, then the next session',
      { hasNotes: true, next },
      [page, '/bookings/NEXT'],
    ],
    ['leads to its page where there is no more', { mentorSlug: null }, [page]],
  ])('%s', async (_, followUp, expected) => {
    expect(onwardPages((await write(after(followUp), 'en')).text)).toEqual(expected);
  });

  it('says when the next one is, in the zone of the mentee', async () => {
    expect(await frenchAfter(false)).toContain(
      'Vous vous retrouvez bientôt\u00a0: mardi 15 décembre, 15:30.',
    );
    expect(await frenchAfter(true)).toContain('Élodie N’Guessan doit encore la confirmer.');
  });
});

it('tells each side the time in their own zone', async () => {
  const mentee = await write({ kind: 'booked_mentee', booking, manageToken: 'M' }, 'fr');
  expect(mentee.text).toContain('mardi 8 décembre 2026, 15:30–16:30, Dakar (UTC)');
  const mentor = await write({ kind: 'booked_mentor', booking, manageToken: 'M' }, 'en');
  expect(mentor.text).toContain('Tuesday 8 December 2026, 18:30–19:30, Nairobi (GMT+3)');
  const visitor = await write({ kind: 'hold', token: 'T', booking: held }, 'en');
  expect(visitor.text).toContain('16:30–17:30, Paris (GMT+1)');
});

async function menteeText(values: Partial<MailedBooking>) {
  return (
    await write(
      { kind: 'booked_mentee', booking: { ...booking, ...values }, manageToken: 'M' },
      'en',
    )
  ).text;
}

it('says until when cancelling is free, and what it costs after', async () => {
  expect(await menteeText({})).toContain(
    'until Monday 7 December, 15:30. After that, or if you do not come, 6 credits are kept',
  );
  expect(await menteeText({ chargedCredits: 0 })).toContain(
    'free of charge until the session starts',
  );
  const soon = { start: now.add({ hours: 3 }), end: now.add({ hours: 4 }) };
  expect(await menteeText({ period: soon, createdAt: now.subtract({ hours: 1 }) })).toContain(
    'or do not come, 6 credits are kept',
  );
});

it('shows what people wrote as text, not as HTML', async () => {
  const { html } = await write({ kind: 'booked_mentor', booking, manageToken: 'M' }, 'en');
  expect(html).toContain('A &lt;b&gt;bold&lt;/b&gt; plan');
});

it('tells the mentor what the mentee answered', async () => {
  const answered = {
    ...booking,
    answers: [{ questionId: booking.id, question: 'Why <now>?', answer: 'One\ntwo' }],
  };
  const { html, text } = await write(
    { kind: 'booked_mentor', booking: answered, manageToken: null },
    'en',
  );
  expect(text).toContain('Answers to your questions\n\nWhy <now>?\nOne\ntwo');
  expect(html).toContain('Why &lt;now&gt;?');
  const mentee = await write({ kind: 'booked_mentee', booking: answered, manageToken: null }, 'en');
  expect(mentee.text).not.toContain('Why <now>?');
});

describe('a mail about a batch', () => {
  it('names each time in the reader’s zone with the offset of that day, and leads to each page', async () => {
    const toParis = {
      ...batchOf(),
      sessions: threeOf(
        { menteeTimeZone: 'Europe/Paris' },
        Temporal.Instant.from('2027-03-18T15:30:00Z'),
      ),
    };
    const { text, html } = await write({ kind: 'booked_mentee', ...toParis }, 'en');
    expect(text).toContain('Thursday 25 March 2027, 16:30–17:30\nParis (GMT+1) · BAO-000001\n');
    expect(text).toContain('Thursday 1 April 2027, 17:30–18:30\nParis (GMT+2) · BAO-000002\n');
    for (const { id } of toParis.sessions) {
      expect(html).toContain(`href="https://baobab.example/bookings/${id}"`);
    }
    expect(html).toContain(`href="https://baobab.example/bookings/batches/${batchId}"`);
  });

  it('says which of them wait for an answer', async () => {
    const sessions = [...threeOf(pending).slice(0, 1), ...threeOf({}).slice(1)];
    const mixed = { hasFile: true, sessions };
    const { text, subject } = await write({ kind: 'booked_mentor', ...mixed }, 'en');
    expect(subject).toBe('3 new sessions with Awa Diop: from Tuesday 8 December');
    expect(text.match(/Waits for your answer until Thursday 3 December, 13:00/g)).toHaveLength(1);
  });

  it('tells a mentee the mentor’s terms, and requests are free to withdraw', async () => {
    const booked = await write({ kind: 'booked_mentee', ...batchOf() }, 'en');
    expect(booked.text).toContain(
      'free of charge until 24 hours before its start. After that, 50%',
    );
    const odd = batchOf({ cancelNoticeMinutes: 90 });
    const minutes = await write({ kind: 'booked_mentee', ...odd }, 'fr');
    expect(minutes.text).toContain('jusqu’à 90 minutes avant son début');
    const asked = await write({ kind: 'booked_mentee', ...batchOf(pending) }, 'en');
    expect(asked.text).toContain('You can cancel any of them free of charge until it starts.');
  });

  it('speaks of a calendar file only where there is one', async () => {
    const kind = 'cancelled_mentor';
    const withFile = await write({ kind, ...batchOf(cancelled) }, 'en');
    const without = await write({ kind, ...batchOf(cancelled), hasFile: false }, 'en');
    expect(withFile.text).toContain('The attached file');
    expect(without.text).not.toContain('The attached file');
  });
});
