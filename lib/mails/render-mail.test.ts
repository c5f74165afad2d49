import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  about,
  after,
  batchId,
  booking,
  cancelled,
  held,
  next,
  noMore,
  now,
  one,
  pending,
  requests,
  settled,
  threeOf,
  write,
} from '@/testing/mailed-bookings';
import type { MailedBooking } from './mailed-booking';
import type { MailRequest } from './render-mail';

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
  expect(await managePagesOf(one('moved_mentee', booking), 'fr')).toEqual([
    `${site}/fr/manage/M/move`,
    `${site}/fr/manage/M/cancel`,
  ]);
  expect(await managePagesOf(one('booked_mentor', pending), 'en')).toEqual([
    `${site}/manage/M/move`,
    `${site}/manage/M/cancel`,
  ]);
  expect(await managePagesOf(one('booked_mentee', booking, null), 'en')).toEqual([]);
  expect(await managePagesOf(one('cancelled_mentee', cancelled), 'en')).toEqual([]);
});

const reminder = (coming: MailedBooking, manageToken: string | null) =>
  write({ kind: 'reminder_24h_mentee', booking: coming, manageToken, ...noMore }, 'en');

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
  ] as const)('%s', async (_, kind, coming, expected) => {
    expect(
      await managePagesOf({ kind, booking: coming, manageToken: 'M', ...noMore }, 'en'),
    ).toEqual(expected.map((end) => site + end));
  });

  it('and tells the mentee what cancelling costs', async () => {
    expect((await reminder(early, 'M')).text).toContain(
      'If you cancel now, or do not come, 6 credits are kept.',
    );
    expect((await reminder(early, null)).text).not.toContain('cancel');
  });
});

const onwardPages = (text: string) =>
  [...text.matchAll(/https:\/\/baobab\.example(\/(?:bookings|mentors)\S*)/g)].map(
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
    ['leads to its page where there is no more', { mentorHandle: null }, [page]],
  ])('%s', async (_, followUp, expected) => {
    expect(onwardPages((await write(after(followUp), 'en')).text)).toEqual(expected);
  });

  it('says when the next one is, in the zone of the mentee', async () => {
    expect(await frenchAfter(false)).toContain(
      'Votre prochaine séance\u00a0: mardi 15 décembre, 15:30 (UTC).',
    );
    expect(await frenchAfter(true)).toContain('Élodie N’Guessan doit encore la confirmer.');
  });
});

it('tells each side the time in their own zone', async () => {
  const mentee = await write(one('booked_mentee', booking), 'fr');
  expect(mentee.text).toContain('mardi 8 décembre 2026, 15:30–16:30, Dakar (UTC)');
  const mentor = await write(one('booked_mentor', booking), 'en');
  expect(mentor.text).toContain('Tuesday 8 December 2026, 18:30–19:30, Nairobi (GMT+3)');
  const visitor = await write({ kind: 'hold', token: 'T', booking: held }, 'en');
  expect(visitor.text).toContain('16:30–17:30, Paris (GMT+1)');
});

async function menteeText(values: Partial<MailedBooking>) {
  return (await write(one('booked_mentee', { ...booking, ...values }), 'en')).text;
}

it('says until when cancelling is free, and what it costs after', async () => {
  expect(await menteeText({})).toContain(
    'until Monday 7 December, 15:30 (GMT). After that, or if you do not come, 6 credits are kept',
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
  const { html } = await write(one('booked_mentor', booking), 'en');
  expect(html).toContain('A &lt;b&gt;bold&lt;/b&gt; plan');
});

it('names everybody to the mentor of a group that is moved, called off or coming up', async () => {
  const group = { ...booking, attendees: ['Awa Diop', 'Ben Okri', null], seats: 3 };
  const { attendees } = group;
  const off = { ...cancelled, attendees, keptCredits: 0, refundedCredits: 12 };
  const mails = await Promise.all([
    write(one('moved_mentor', group), 'en'),
    write({ kind: 'cancelled_mentor', sessions: [off], hasFile: false }, 'en'),
    write({ kind: 'reminder_24h_mentor', booking: group, manageToken: null, ...noMore }, 'en'),
  ]);
  for (const { text } of mails) expect(text).toContain('Awa Diop, Ben Okri, ');
  const { text } = await write(one('booked_mentor', group), 'en');
  expect(text).not.toContain('Ben Okri');
});

it('gives the mentee the word that came with the mentor’s yes, and nobody else', async () => {
  const accepted = { ...booking, acceptedWord: 'Bring your <draft>' };
  const { text, html } = await write(one('booked_mentee', accepted), 'en');
  expect(text).toContain('Message from Élodie N’Guessan:\n\nBring your <draft>\n');
  expect(html).toContain('Bring your &lt;draft&gt;');
  const silent = [one('booked_mentor', accepted), one('booked_mentee', booking)];
  for (const { text: other } of await Promise.all(silent.map((mail) => write(mail, 'en')))) {
    expect(other).not.toContain('Message from');
  }
});

it('says of what people wrote in which language it is, where that is not the mail’s', async () => {
  const answers = [{ questionId: booking.id, question: 'Pourquoi ?', answer: 'For fun' }];
  const said = { ...booking, answers, acceptedWord: 'Welcome', cancelReason: 'Full' };
  const french = { ...said, serviceWrittenIn: 'fr', menteeLocale: 'en', mentorLocale: 'en' };
  const [toMentor, toMentee, off] = await Promise.all([
    write(one('booked_mentor', french), 'fr'),
    write(one('booked_mentee', french), 'fr'),
    write(one('cancelled_mentee', { ...french, status: 'cancelled', cancelledBy: 'mentor' }), 'en'),
  ]);
  expect(toMentor.html).toMatch(/ lang="en" dir="auto"[^>]*>For fun</);
  expect(toMentor.html).toMatch(/ lang="en" dir="auto"[^>]*>A &lt;b&gt;bold&lt;\/b&gt; plan</);
  expect(toMentor.html).toMatch(/<p dir="auto"[^>]*>Pourquoi \?</);
  expect(toMentor.html).toMatch(/<td dir="auto"[^>]*>Mock interview</);
  expect(toMentee.html).toMatch(/ lang="en" dir="auto"[^>]*>Welcome</);
  expect(off.html).toMatch(/<td dir="auto"[^>]*>Full</);
  expect(off.html).toMatch(/ lang="fr" dir="auto"[^>]*>Mock interview</);
});

it('tells the mentor what the mentee answered', async () => {
  const answered = {
    ...booking,
    answers: [{ questionId: booking.id, question: 'Why <now>?', answer: 'One\ntwo' }],
  };
  const { html, text } = await write(one('booked_mentor', answered, null), 'en');
  expect(text).toContain('Answers to your questions\n\nWhy <now>?\nOne\ntwo');
  expect(html).toContain('Why &lt;now&gt;?');
  const mentee = await write(one('booked_mentee', answered, null), 'en');
  expect(mentee.text).not.toContain('Why <now>?');
});

describe('a mail about several sessions', () => {
  it('names each time in the reader’s zone with the offset of that day, and leads to each page', async () => {
    const sessions = threeOf(
      { menteeTimeZone: 'Europe/Paris' },
      Temporal.Instant.from('2027-03-18T15:30:00Z'),
    );
    const { text, html } = await write(about('booked_mentee', sessions), 'en');
    expect(text).toContain('Thursday 25 March 2027, 16:30–17:30\nParis (GMT+1) · BAO-000001\n');
    expect(text).toContain('Thursday 1 April 2027, 17:30–18:30\nParis (GMT+2) · BAO-000002\n');
    for (const { id } of sessions) {
      expect(html).toContain(`href="https://baobab.example/bookings/${id}"`);
    }
    expect(html).toContain(`href="https://baobab.example/bookings/batches/${batchId}"`);
  });

  it('says which of them wait for an answer', async () => {
    const [first] = threeOf(pending);
    const [, ...others] = threeOf({});
    const { text, subject } = await write(about('booked_mentor', [first, ...others]), 'en');
    expect(subject).toBe('3 new sessions with Awa Diop: from Tuesday 8 December');
    expect(
      text.match(/Waiting for your answer until Thursday 3 December, 13:00 \(GMT\+3\)/g),
    ).toHaveLength(1);
  });

  it('tells a mentee the mentor’s terms, and requests are free to withdraw', async () => {
    const booked = await write(about('booked_mentee', threeOf({})), 'en');
    expect(booked.text).toContain(
      'free of charge until 24 hours before it starts. After that, 50%',
    );
    const odd = threeOf({ cancelNoticeMinutes: 90 });
    const minutes = await write(about('booked_mentee', odd), 'fr');
    expect(minutes.text).toContain('jusqu’à 90 minutes avant son début');
    const asked = await write(about('booked_mentee', threeOf(pending)), 'en');
    expect(asked.text).toContain('You can cancel each session free of charge until it starts.');
  });

  it('speaks of a calendar file only where there is one', async () => {
    const sessions = threeOf(cancelled);
    const withFile = await write(about('cancelled_mentor', sessions), 'en');
    const without = await write(about('cancelled_mentor', sessions, { hasFile: false }), 'en');
    expect(withFile.text).toContain('the attached file');
    expect(without.text).not.toContain('the attached file');
  });
});

const pagesOfCancelled = async (mentorHandle: MailedBooking['mentorHandle']) =>
  onwardPages((await write(one('cancelled_mentee', { ...cancelled, mentorHandle }), 'en')).text);

it('leads a mentee to other times of the same mentor, as long as there is a page', async () => {
  const itself = `/bookings/${booking.id}`;
  expect(await pagesOfCancelled({ organization: 'public', slug: 'elodie' })).toEqual([
    '/mentors/elodie',
    itself,
  ]);
  expect(await pagesOfCancelled(null)).toEqual(['/mentors', itself]);
});

it('says what is kept of the price of one session, and what comes back', async () => {
  const late = { ...cancelled, ...settled, keptCredits: 6, refundedCredits: 6 };
  const { text } = await write(about('cancelled_mentee', [late]), 'en');
  expect(text).toContain('Credits: 6 credits refunded · 6 credits kept\n');
});

describe('to an address that nobody has proved', () => {
  const typed = 'https://evil.test call +221771234567 www.evil.test a@evil.test';
  const stranger = {
    guestName: `Fatou evil.test/x ${typed} \u202edaliame`,
    subject: typed,
    notes: typed,
    answers: [{ questionId: 'q', question: 'Why?', answer: typed }],
    phone: '+221771234567',
    place: typed,
  };
  const unproved: MailRequest[] = [
    { kind: 'hold', token: 'T', booking: { ...held, ...stranger } },
    { kind: 'cancelled_mentee', hasFile: false, sessions: [{ ...held, ...settled, ...stranger }] },
  ];

  it.each(['en', 'fr'] as const)(
    'a mail has of what a visitor typed the name alone (%s)',
    async (locale) => {
      for (const request of unproved) {
        const { subject, html, text } = await write(request, locale);
        for (const form of [subject, html, text]) {
          // Neither theirs nor what a mail program makes a link or a number of.
          expect(form).not.toMatch(/evil\.test|a@evil|\+?221|\u202e/);
        }
        expect(text).toContain('Fatou');
      }
    },
  );
});
