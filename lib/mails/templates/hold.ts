import type { MailedBooking } from '../mailed-booking';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import { bookingFacts, namesOf } from './facts';
import type { MailContent } from './mail-layout';
import { placeOf, shortTime } from './when';

export function holdMail(
  t: MailTranslator,
  { token, booking }: { token: string; booking: MailedBooking },
  site: { appUrl: string; locale: 'en' | 'fr' },
): MailContent {
  const place = placeOf(booking, 'mentee', site.locale);
  const { mentor, mentee } = namesOf(t, booking);
  const time = shortTime((booking.expiresAt ?? booking.period.start).epochMilliseconds, place);
  return {
    subject: t('hold.subject', { mentor }),
    preheader: t('hold.preheader', { time }),
    title: t('hold.title'),
    greeting: t('greeting', { name: mentee }),
    paragraphs: [t('hold.text', { mentor, time })],
    facts: bookingFacts(t, booking, { side: 'mentee', place }),
    action: { label: t('hold.action'), url: pageUrl(`/holds/${token}`, site) },
    links: [],
    notes: [t('hold.late', { time }), t('hold.ignore')],
  };
}
