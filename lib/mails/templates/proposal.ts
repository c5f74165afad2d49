import type { MailedBooking } from '../mailed-booking';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import { bookingFacts, mentorsWord, namesOf } from './facts';
import type { MailContent } from './mail-layout';
import { placeOf, shortWhen } from './when';

/** What a mentor proposes: to an address that may belong to nobody who knows Baobab. */
export function proposalMail(
  t: MailTranslator,
  { token, booking }: { token: string; booking: MailedBooking },
  site: { appUrl: string; locale: 'en' | 'fr' },
): MailContent {
  const place = placeOf(booking, 'mentee', site.locale);
  const { mentor, mentee } = namesOf(t, booking);
  const { start } = booking.period;
  const words = {
    mentor,
    when: shortWhen(start.epochMilliseconds, place),
    until: shortWhen((booking.expiresAt ?? start).epochMilliseconds, place),
  };
  const { proposalWord: word } = booking;
  return {
    subject: t('proposal.subject', words),
    preheader: t('proposal.preheader', words),
    title: t('proposal.title', words),
    greeting: t('greeting', { name: mentee }),
    paragraphs: [
      t('proposal.text', words),
      ...(word === null ? [] : mentorsWord(t, booking, word)),
    ],
    facts: bookingFacts(t, booking, { side: 'mentee', place }),
    action: { label: t('proposal.action'), url: pageUrl(`/proposals/${token}`, site) },
    links: [],
    notes: [t('proposal.late', words), t('proposal.ignore', words)],
  };
}
