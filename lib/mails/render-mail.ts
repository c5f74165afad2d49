import type { MailText } from '@/domain/mails';
import { mailHtml } from './mail-html';
import type { FollowUp, Mailed, MailedBooking, SettledBooking } from './mailed-booking';
import { bookedMail } from './templates/booked';
import { cancelledMail } from './templates/cancelled';
import { factLines } from './templates/facts';
import { holdMail } from './templates/hold';
import type { MailContent } from './templates/mail-layout';
import { postSessionMail } from './templates/post-session';
import { reminderMail } from './templates/reminder';
import { sessionsText } from './templates/session-list';
import { signInMail } from './templates/sign-in';
import { mailTranslator, type MailTranslator } from '@/i18n/outgoing';

/**
 * What a mail is to say. `token` is the secret that its link carries, which nothing keeps;
 * `manageToken` stands for the one that is put into the links for moving and cancelling, and `hasFile`
 * says whether a calendar file goes with the mail.
 */
export type MailRequest =
  | { kind: 'sign_in'; token: string; nextPath: string | null; minutes: number }
  | { kind: 'hold'; token: string; booking: MailedBooking }
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
    }
  | { kind: 'post_session_mentee'; booking: MailedBooking; followUp: FollowUp };

/** Where and when a mail is written; `now` in epoch milliseconds, `appUrl` without a slash at its end. */
export type MailContext = { locale: 'en' | 'fr'; appUrl: string; now: number };

/** Writes a mail in the recipient's language, as HTML and as plain text that says the same. */
export async function renderMail(request: MailRequest, context: MailContext): Promise<MailText> {
  const t = mailTranslator(context.locale);
  const content = contentOf(request, t, context);
  const { subject, ...shown } = content;
  const texts = { tagline: t('tagline'), linkHint: t('linkHint') };
  const html = await mailHtml({ ...shown, ...texts }, context.locale);
  return { subject, html, text: plainText(content, t) };
}

function contentOf(request: MailRequest, t: MailTranslator, context: MailContext): MailContent {
  switch (request.kind) {
    case 'sign_in':
      return signInMail(t, request, context);
    case 'hold':
      return holdMail(t, request, context);
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
