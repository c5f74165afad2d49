import type { MailText, severalDeliveryKinds } from '@/domain/mails';
import { letterHtml } from './letter-html';
import type { FollowUp, MailedBooking, MailedSession } from './mailed-booking';
import { batchBookedLetter } from './templates/batch-booked';
import { batchCancelledLetter } from './templates/batch-cancelled';
import { bookedLetter } from './templates/booked';
import { cancelledLetter } from './templates/cancelled';
import { factLines } from './templates/facts';
import { holdLetter } from './templates/hold';
import type { MailContent } from './templates/letter';
import { postSessionLetter } from './templates/post-session';
import { reminderLetter } from './templates/reminder';
import { sessionsText } from './templates/session-list';
import { signInLetter } from './templates/sign-in';
import { mailTranslator, type MailTranslator } from '@/i18n/outgoing';

/**
 * What a mail is to say. `token` is the secret that its link carries, which nothing keeps;
 * `manageToken` stands for the one that is put into the links for moving and cancelling.
 */
export type MailRequest =
  | { kind: 'sign_in'; token: string; nextPath: string | null; minutes: number }
  | { kind: 'hold'; token: string; booking: MailedBooking }
  | { kind: 'cancelled_mentee' | 'cancelled_mentor'; booking: MailedBooking }
  | {
      kind:
        | 'booked_mentee'
        | 'booked_mentor'
        | 'moved_mentee'
        | 'moved_mentor'
        | 'reminder_24h_mentee'
        | 'reminder_24h_mentor'
        | 'reminder_1h_mentee'
        | 'reminder_1h_mentor'
        | 'reminder_30m_mentee'
        | 'reminder_30m_mentor';
      booking: MailedBooking;
      manageToken: string | null;
    }
  | { kind: 'post_session_mentee'; booking: MailedBooking; followUp: FollowUp }
  | {
      kind: (typeof severalDeliveryKinds)[number];
      /** Of one batch, at least one, the earliest first. */
      sessions: readonly MailedSession[];
      hasFile: boolean;
    };

/** Where and when a mail is written; `now` in epoch milliseconds, `appUrl` without a slash at its end. */
export type MailContext = { locale: 'en' | 'fr'; appUrl: string; now: number };

/** Writes a mail in the recipient's language, as HTML and as plain text that says the same. */
export async function renderMail(request: MailRequest, context: MailContext): Promise<MailText> {
  const t = mailTranslator(context.locale);
  const content = contentOf(request, t, context);
  const { subject, ...shown } = content;
  const texts = { tagline: t('tagline'), linkHint: t('linkHint') };
  const html = await letterHtml({ ...shown, ...texts }, context.locale);
  return { subject, html, text: plainText(content, t) };
}

function contentOf(request: MailRequest, t: MailTranslator, context: MailContext): MailContent {
  switch (request.kind) {
    case 'sign_in':
      return signInLetter(t, request, context);
    case 'hold':
      return holdLetter(t, request, context);
    case 'booked_mentee':
    case 'booked_mentor':
      if ('sessions' in request) {
        return batchBookedLetter(t, { ...request, side: sideOf(request.kind) }, context);
      }
      return bookedLetter(t, { ...request, side: sideOf(request.kind) }, context);
    case 'moved_mentee':
    case 'moved_mentor':
      return bookedLetter(t, { ...request, side: sideOf(request.kind), isMoved: true }, context);
    case 'cancelled_mentee':
    case 'cancelled_mentor':
      if ('sessions' in request) {
        return batchCancelledLetter(t, { ...request, side: sideOf(request.kind) }, context);
      }
      return cancelledLetter(t, { ...request, side: sideOf(request.kind) }, context);
    case 'reminder_24h_mentee':
    case 'reminder_24h_mentor':
    case 'reminder_1h_mentee':
    case 'reminder_1h_mentor':
    case 'reminder_30m_mentee':
    case 'reminder_30m_mentor':
      return reminderLetter(t, { ...request, side: sideOf(request.kind) }, context);
    case 'post_session_mentee':
      return postSessionLetter(t, request, context);
  }
}

function sideOf(kind: string): 'mentee' | 'mentor' {
  return kind.endsWith('_mentor') ? 'mentor' : 'mentee';
}

function plainText(content: MailContent, t: MailTranslator): string {
  const blocks = [
    content.title,
    content.greeting,
    ...content.paragraphs,
    ...sessionsText(content.sessions ?? []),
    factLines(t, content.facts),
    ...answersText(content),
    `${content.action.label}\n${content.action.url}`,
    ...content.links.map(({ label, url }) => `${label}\n${url}`),
    ...content.notes,
    `-- \nBaobab\n${t('tagline')}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function answersText({ answers }: MailContent): string[] {
  if (!answers) return [];
  return [answers.title, ...answers.given.map(({ question, answer }) => `${question}\n${answer}`)];
}
