import type { MailEnvelope, MailText } from '@/domain/mails';
import { longestPreheader, mailHtml } from './mail-html';
import type { FollowUp, Mailed, MailedBooking, SettledBooking } from './mailed-booking';
import type { MembershipMail } from './mailed-membership';
import { bookedMail } from './templates/booked';
import { calendarFailingMail, type FailingCalendar } from './templates/calendar-failing';
import { cancelledMail } from './templates/cancelled';
import { factLines, namesOf } from './templates/facts';
import { forUnprovedAddress } from './unproved';
import { forgetMeMail } from './templates/forget-me';
import { holdMail } from './templates/hold';
import type { MailContent, Note } from './templates/mail-layout';
import { membershipMail } from './templates/membership';
import { messageMail } from './templates/message';
import { proposalMail } from './templates/proposal';
import { postSessionMail } from './templates/post-session';
import { reminderMail } from './templates/reminder';
import { sessionsText } from './templates/session-list';
import { signInMail } from './templates/sign-in';
import { mailTranslator, type MailTranslator } from '@/i18n/outgoing';

/**
 * What a mail is to say. `token` is the secret that its link carries, which nothing keeps;
 * the other tokens stand for those that are put into the links for moving and cancelling, for joining and
 * for turning a reminder off, and `hasFile` says whether a calendar file goes with the mail.
 */
export type MailRequest =
  | { kind: 'sign_in'; token: string; nextPath: string | null; minutes: number }
  | { kind: 'forget_me'; token: string; hours: number }
  | { kind: 'hold' | 'proposal'; token: string; booking: MailedBooking }
  | {
      kind: 'booked_mentee' | 'booked_mentor' | 'moved_mentee' | 'moved_mentor';
      sessions: Mailed;
      manageToken: string | null;
      hasFile: boolean;
    }
  | {
      kind: 'cancelled_mentee' | 'cancelled_mentor';
      sessions: Mailed<SettledBooking>;
      hasFile: boolean;
    }
  | {
      kind:
        | 'reminder_24h_mentee'
        | 'reminder_24h_mentor'
        | 'reminder_1h_mentee'
        | 'reminder_1h_mentor'
        | 'reminder_30m_mentee'
        | 'reminder_30m_mentor';
      booking: MailedBooking;
      manageToken: string | null;
      joinToken: string | null;
      offToken: string | null;
    }
  | {
      kind: 'post_session_mentee';
      booking: MailedBooking;
      followUp: FollowUp;
      offToken: string | null;
    }
  | { kind: 'message_mentee'; booking: MailedBooking; message: string }
  | { kind: 'calendar_failing'; calendar: FailingCalendar }
  | MembershipMail;

/** Where and when a mail is written; `now` in epoch milliseconds, `appUrl` without a slash at its end. */
export type MailContext = { locale: 'en' | 'fr'; appUrl: string; now: number };

/** Writes a mail in the recipient's language, as HTML and as plain text that says the same. */
export async function renderMail(
  wanted: MailRequest,
  context: MailContext,
): Promise<MailText & MailEnvelope> {
  const request = forUnprovedAddress(wanted);
  const t = mailTranslator(context.locale);
  const { replyTo, note } = repliesTo(request, t);
  const written = contentOf(request, t, context);
  const content = {
    ...written,
    preheader: clipped(written.preheader, longestPreheader),
    notes: [...written.notes, ...note],
  };
  const { subject, ...shown } = content;
  const texts = { tagline: t('tagline'), linkHint: t('linkHint') };
  const html = await mailHtml({ ...shown, ...texts }, context.locale);
  const headers = headersOf(request, context);
  return { subject, html, text: plainText(content, t), headers, replyTo };
}

function contentOf(request: MailRequest, t: MailTranslator, context: MailContext): MailContent {
  switch (request.kind) {
    case 'sign_in':
      return signInMail(t, request, context);
    case 'forget_me':
      return forgetMeMail(t, request, context);
    case 'hold':
      return holdMail(t, request, context);
    case 'proposal':
      return proposalMail(t, request, context);
    case 'booked_mentee':
    case 'booked_mentor':
      return bookedMail(t, { ...request, side: sideOf(request.kind), isMoved: false }, context);
    case 'moved_mentee':
    case 'moved_mentor':
      return bookedMail(t, { ...request, side: sideOf(request.kind), isMoved: true }, context);
    case 'cancelled_mentee':
    case 'cancelled_mentor':
      return cancelledMail(t, { ...request, side: sideOf(request.kind) }, context);
    case 'reminder_24h_mentee':
    case 'reminder_24h_mentor':
    case 'reminder_1h_mentee':
    case 'reminder_1h_mentor':
    case 'reminder_30m_mentee':
    case 'reminder_30m_mentor':
      return reminderMail(t, { ...request, side: sideOf(request.kind) }, context);
    case 'post_session_mentee':
      return postSessionMail(t, request, context);
    case 'message_mentee':
      return messageMail(t, request, context);
    case 'calendar_failing':
      return calendarFailingMail(t, request, context);
    case 'invitation':
    case 'joined':
    case 'role_changed':
    case 'removed':
    case 'domain_proof':
      return membershipMail(t, request, context);
  }
}

function sideOf(kind: string): 'mentee' | 'mentor' {
  return kind.endsWith('_mentor') ? 'mentor' : 'mentee';
}

/** As many characters as fit, none of them cut in two. */
function clipped(text: string, length: number): string {
  if (text.length <= length) return text;
  const whole = [...new Intl.Segmenter().segment(text)].findLast(
    ({ index, segment }) => index + segment.length <= length,
  );
  return whole ? text.slice(0, whole.index + whole.segment.length) : '';
}

/** All are sent by a program (RFC 3834); a reminder can be turned off without opening it (RFC 8058). */
function headersOf(request: MailRequest, { appUrl, locale }: MailContext) {
  const automatic = { 'Auto-Submitted': 'auto-generated' };
  if (!('offToken' in request) || request.offToken === null) return automatic;
  return {
    ...automatic,
    'List-Unsubscribe': `<${appUrl}/api/unsubscribe/${request.offToken}?locale=${locale}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** Who reads what is answered to the mail: the other side, where they allow it; and what it says of that. */
function repliesTo(
  request: MailRequest,
  t: MailTranslator,
): { replyTo: string | null; note: Note[] } {
  if (request.kind === 'sign_in' || request.kind === 'forget_me')
    return { replyTo: null, note: [] };
  if (isAboutMembership(request) || request.kind === 'calendar_failing')
    return { replyTo: null, note: [t('replies.unread')] };
  const booking = 'sessions' in request ? request.sessions[0] : request.booking;
  const side = sideOf(request.kind);
  // A hold's address is not proved, and a reminder of a group is about nobody in it alone.
  const isBetweenTwo =
    request.kind !== 'hold' && (side === 'mentee' || 'sessions' in request || booking.seats <= 1);
  const address = side === 'mentee' ? booking.mentorAddress : booking.menteeAddress;
  if (!isBetweenTwo || address === null) return { replyTo: null, note: [t('replies.unread')] };
  const name = namesOf(t, booking)[side === 'mentee' ? 'mentor' : 'mentee'];
  return { replyTo: address, note: [t('replies.read', { name })] };
}

function isAboutMembership(request: MailRequest): request is MembershipMail {
  return 'organization' in request;
}

function noteText(note: Note): string {
  return typeof note === 'string' ? note : `${note.text}\n${note.link.label}: ${note.link.url}`;
}

function plainText(content: MailContent, t: MailTranslator): string {
  const blocks = [
    content.title,
    content.greeting,
    ...content.paragraphs.map((one) => (typeof one === 'string' ? one : one.text)),
    ...sessionsText(content.sessions ?? []),
    factLines(t, content.facts),
    ...answersText(content),
    `${content.action.label}\n${content.action.url}`,
    ...content.links.map(({ label, url }) => `${label}\n${url}`),
    ...content.notes.map(noteText),
    `-- \nBaobab\n${t('tagline')}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function answersText({ answers }: MailContent): string[] {
  if (!answers) return [];
  return [
    answers.title,
    ...answers.given.map(({ question, answer }) => `${question.text}\n${answer.text}`),
  ];
}
