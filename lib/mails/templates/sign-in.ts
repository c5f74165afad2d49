import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import type { MailContent } from './mail-layout';

/** The page to go on to travels in the link, so that it works on another device as well. */
export function signInMail(
  t: MailTranslator,
  { token, nextPath, minutes }: { token: string; nextPath: string | null; minutes: number },
  site: { appUrl: string; locale: 'en' | 'fr' },
): MailContent {
  const url = pageUrl(`/sign-in/${token}`, site);
  return {
    subject: t('signIn.subject'),
    preheader: t('signIn.preheader', { minutes }),
    title: t('signIn.title'),
    greeting: '',
    paragraphs: [t('signIn.text')],
    facts: [],
    action: {
      label: t('signIn.action'),
      url:
        nextPath === null || nextPath === '/'
          ? url
          : `${url}?${new URLSearchParams({ next: nextPath })}`,
    },
    links: [],
    notes: [t('signIn.expiry', { minutes }), t('signIn.ignore')],
  };
}
