/** Mails about made-up bookings, without a database. */
import { Temporal } from 'temporal-polyfill';
import type { FollowUp, Mailed, MailedBooking, SettledBooking } from '@/lib/mails/mailed-booking';
import { type MailRequest, renderMail } from '@/lib/mails/render-mail';
import { hostile } from './hostile';

export const start = Temporal.Instant.from('2026-12-08T15:30:00Z');
export const now = Temporal.Instant.from('2026-12-01T10:00:00Z');

export const batchId = '01900000-0000-7000-8000-0000000000bb';
export const booking: MailedBooking = {
  id: '01900000-0000-7000-8000-00000000000a',
  batchId,
  reference: 'BAO-7K3M9Q',
  status: 'confirmed',
  isProposal: false,
  period: { start, end: start.add({ hours: 1 }) },
  expiresAt: null,
  createdAt: now,
  confirmedAt: now,
  menteeCheckedInAt: null,
  mentorCheckedInAt: null,
  movedByMentorAt: null,
  cancelledBy: null,
  cancelReason: null,
  acceptedWord: null,
  proposalWord: null,
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
  menteeLocale: 'fr',
  menteeAddress: null,
  mentorName: 'Élodie N’Guessan',
  mentorTimeZone: 'Africa/Nairobi',
  mentorLocale: 'en',
  mentorAddress: null,
  mentorHandle: { organization: 'public', slug: 'elodie' },
  cancelNoticeMinutes: 1440,
  moveNoticeMinutes: 1440,
  lateCancelPercent: 50,
  serviceTitle: 'Mock interview',
  serviceWrittenIn: 'en',
  durationMinutes: 60,
  format: 'video',
  place: '',
  attendees: ['Awa Diop'],
  seats: 1,
};
export const pending = {
  ...booking,
  status: 'pending',
  confirmedAt: null,
  expiresAt: now.add({ hours: 48 }),
} as const;
export const held = {
  ...pending,
  status: 'held',
  menteeName: null,
  menteeTimeZone: null,
  guestName: 'Fatou',
  guestTimeZone: 'Europe/Paris',
} as const;
const proposed = {
  ...held,
  isProposal: true,
  guestTimeZone: null,
  proposalWord: 'Shall we go on?',
} as const;
const notTaken = { ...proposed, status: 'cancelled', cancelReason: 'Not this week' } as const;
export const cancelled = {
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

/** Of a reminder, where nothing else is said. */
export const noMore = { joinToken: null, offToken: 'O' } as const;
export const settled = { keptCredits: 0, refundedCredits: 0 };
type BookingKind = `${'booked' | 'moved' | 'cancelled'}_${'mentee' | 'mentor'}`;

/** A mail about several bookings, or one. */
export const about = (
  kind: BookingKind,
  sessions: Mailed<SettledBooking>,
  { manageToken = null, hasFile = true }: { manageToken?: string | null; hasFile?: boolean } = {},
): MailRequest => ({ kind, sessions, manageToken, hasFile });
export const one = (kind: BookingKind, only: MailedBooking, manageToken: string | null = 'M') =>
  about(kind, [{ ...only, ...settled }], { manageToken });

/** The same three weeks in a row: the clocks of Paris, but not of Dakar and Nairobi, change in spring. */
export function threeOf(values: Partial<SettledBooking>, from = start) {
  const ofWeek = (week: number): SettledBooking => {
    const startsAt = from.add({ hours: week * 7 * 24 });
    return {
      ...booking,
      ...settled,
      ...values,
      id: `01900000-0000-7000-8000-00000000010${week}`,
      reference: `BAO-00000${week}`,
      period: { start: startsAt, end: startsAt.add({ hours: 1 }) },
    };
  };
  return [ofWeek(0), ofWeek(1), ofWeek(2)] as const;
}

const completed = { ...booking, status: 'completed' } as const;
export const after = ({
  hasNotes = false,
  next: following = null,
  ...values
}: Partial<FollowUp & MailedBooking>): MailRequest => ({
  kind: 'post_session_mentee',
  booking: { ...completed, ...values },
  followUp: { hasNotes, next: following },
  offToken: 'O',
});
export const next = { bookingId: 'NEXT', startsAt: start.add({ hours: 24 * 7 }), isPending: false };

export const write = (request: MailRequest, locale: 'en' | 'fr') =>
  renderMail(request, { locale, appUrl: 'https://baobab.example', now: now.epochMilliseconds });

/** One of each kind, in each state that there are words for, with these values. */
export function requestsWith(
  values: Partial<MailedBooking>,
  words = 'Please bring:\n- your CV\n- a question',
): [string, MailRequest][] {
  const of = (state: MailedBooking): MailedBooking => ({ ...state, ...values });
  const person = values.menteeName ?? 'Awa Diop';
  const school = { organization: values.mentorName ?? 'Lycée X', slug: 'lycee-x' };
  const expiresAt = start.epochMilliseconds;
  const invited = { ...school, token: 'T', inviter: person, expiresAt };
  return [
    ['invited', { kind: 'invitation', ...invited, name: person, role: 'member' }],
    [
      'invited, without names',
      { kind: 'invitation', ...invited, inviter: null, name: '', role: 'owner' },
    ],
    ['joined', { kind: 'joined', ...school, person, role: 'admin' }],
    ['made an owner', { kind: 'role_changed', ...school, role: 'owner' }],
    ['made an admin', { kind: 'role_changed', ...school, role: 'admin' }],
    ['made a member', { kind: 'role_changed', ...school, role: 'member' }],
    ['removed', { kind: 'removed', ...school }],
    [
      'domain',
      { kind: 'domain_proof', ...school, token: 'T', domain: 'lycee-x.example', person, expiresAt },
    ],
    [
      'a calendar that keeps failing',
      {
        kind: 'calendar_failing',
        calendar: {
          name: values.mentorName ?? 'Work',
          host: 'calendar.example',
          failure: 'not_found',
          failingSince: start.subtract({ hours: 24 }).epochMilliseconds,
          readAt: start.subtract({ hours: 25 }).epochMilliseconds,
          timeZone: 'Africa/Nairobi',
        },
      },
    ],
    ['sign-in', { kind: 'sign_in', token: 'T', nextPath: '/bookings', minutes: 30 }],
    ['forget me', { kind: 'forget_me', token: 'T', hours: 24 }],
    ['hold', { kind: 'hold', token: 'T', booking: of(held) }],
    ['proposed', { kind: 'proposal', token: 'T', booking: of(proposed) }],
    ['proposal expired', one('cancelled_mentor', of({ ...proposed, status: 'expired' }))],
    ['proposal declined', one('cancelled_mentor', of({ ...notTaken, cancelledBy: 'visitor' }))],
    ['proposal withdrawn', one('cancelled_mentee', of({ ...notTaken, cancelledBy: 'mentor' }))],
    ['booked, to the mentee', one('booked_mentee', of(booking))],
    ['booked, to the mentor', one('booked_mentor', of(booking))],
    ['requested, to the mentee', one('booked_mentee', of(pending))],
    ['requested, to the mentor', one('booked_mentor', of(pending))],
    ['cancelled, to the mentee', one('cancelled_mentee', of(cancelled))],
    ['cancelled, to the mentor', one('cancelled_mentor', of(cancelled))],
    ['declined, to the mentee', one('cancelled_mentee', of(declined))],
    ['declined, to the mentor', one('cancelled_mentor', of(declined))],
    ['lapsed, to the mentee', one('cancelled_mentee', of(lapsed))],
    ['lapsed, to the mentor', one('cancelled_mentor', of(lapsed))],
    [
      'reminder, to the mentee',
      { kind: 'reminder_24h_mentee', booking: of(booking), manageToken: 'M', ...noMore },
    ],
    [
      'reminder, to the mentor',
      { kind: 'reminder_1h_mentor', booking: of(booking), manageToken: 'M', ...noMore },
    ],
    [
      'reminder with the way in, to the mentee',
      {
        kind: 'reminder_30m_mentee',
        booking: of(booking),
        manageToken: 'M',
        joinToken: 'J',
        offToken: 'O',
      },
    ],
    ['moved, to the mentee', one('moved_mentee', of(booking))],
    ['moved, to the mentor', one('moved_mentor', of(pending))],
    [
      'a message to a group',
      { kind: 'message_mentee', booking: of({ ...booking, seats: 3 }), message: words },
    ],
    ['after the session', after({ ...values })],
    ['after the session, with notes', after({ ...values, hasNotes: true, next })],
    [
      'after the session, asked for another',
      after({ ...values, next: { ...next, isPending: true } }),
    ],
    ['after the session, of a mentor who has left', after({ ...values, mentorHandle: null })],
    ...(['mentee', 'mentor'] as const).flatMap((side): [string, MailRequest][] => [
      [`3 booked, to the ${side}`, about(`booked_${side}`, threeOf(values))],
      [`3 requested, to the ${side}`, about(`booked_${side}`, threeOf({ ...pending, ...values }))],
      ...Object.entries({ cancelled, declined, lapsed }).map(
        ([name, state]): [string, MailRequest] => [
          `3 ${name}, to the ${side}`,
          about(`cancelled_${side}`, threeOf({ ...state, ...values })),
        ],
      ),
    ]),
  ];
}

export const requests = requestsWith({});

/** One of each kind about people whose names and words have nowhere to break. */
export const hostileRequests = requestsWith(
  {
    mentorName: hostile.name,
    menteeName: `${hostile.rightToLeftName} \u202e ${hostile.name}`,
    subject: hostile.subject,
    notes: `${hostile.note}\n${hostile.link}\n${hostile.emojiName} ${hostile.combiningName}`,
    answers: [{ questionId: booking.id, question: hostile.name, answer: hostile.link }],
    serviceTitle: hostile.title,
    cancelReason: hostile.link,
  },
  `${hostile.note}\n${hostile.link}`,
);
