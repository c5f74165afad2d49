import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import type { MailedBooking } from '../mailed-booking';
import type { MailContent } from './mail-layout';
import { aboutSessions, type Site, wordsOf } from './sessions';

/** What the mentor has written to everybody in a session, to one of them; nobody is named but the mentor. */
export function messageMail(
  t: MailTranslator,
  { booking, message }: { booking: MailedBooking; message: string },
  site: Site,
): MailContent {
  const sessions = [booking] as const;
  const { place, words: common } = wordsOf(t, sessions, 'mentee', site);
  const words = { ...common, service: booking.serviceTitle };
  return {
    subject: t('message.subject', words),
    preheader: message,
    title: t('message.title'),
    greeting: t('greeting', { name: common.mentee }),
    paragraphs: [t('message.text', words), { text: message, language: booking.mentorLocale }],
    ...aboutSessions(t, sessions, { side: 'mentee', place, site, detailsOf: () => [] }),
    action: { label: t('message.action'), url: pageUrl(`/bookings/${booking.id}`, site) },
    links: [],
    notes: [],
  };
}
