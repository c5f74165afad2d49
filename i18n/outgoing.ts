import { createTranslator } from 'next-intl';
import en from '@/messages/en.json' with { type: 'json' };
import fr from '@/messages/fr.json' with { type: 'json' };
import { localizedPath } from './routing';

const catalogues = { en, fr };

/** The texts of mails and calendars in their reader's language: they are written where no page is rendered. */
export function mailTranslator(locale: 'en' | 'fr') {
  return createTranslator({
    locale,
    messages: catalogues[locale],
    namespace: 'email',
    timeZone: 'UTC',
  });
}

export type MailTranslator = ReturnType<typeof mailTranslator>;

/** The address of a page as mails and calendars name it: whole, and in the reader's language. */
export function pageUrl(
  path: string,
  { appUrl, locale }: { appUrl: string; locale: 'en' | 'fr' },
): string {
  return appUrl + localizedPath(path, locale);
}
