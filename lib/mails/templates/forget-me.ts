import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import type { MailContent } from './mail-layout';

/** Opening the link does nothing: the page that it leads to says what will be gone, and asks again. */
export function forgetMeMail(
  t: MailTranslator,
  { token, hours }: { token: string; hours: number },
  site: { appUrl: string; locale: 'en' | 'fr' },
): MailContent {
  return {
    subject: t('forgetMe.subject'),
    preheader: t('forgetMe.preheader'),
    title: t('forgetMe.title'),
    greeting: '',
    paragraphs: [t('forgetMe.text')],
    facts: [],
    action: { label: t('forgetMe.action'), url: pageUrl(`/leave/${token}`, site) },
    links: [],
    notes: [t('forgetMe.expiry', { hours }), t('forgetMe.ignore')],
  };
}
