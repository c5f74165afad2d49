import { createTranslator } from 'next-intl';
import en from '@/messages/en.json' with { type: 'json' };
import fr from '@/messages/fr.json' with { type: 'json' };

const catalogues = { en, fr };

/** The texts of mails in the recipient's language: a mail is written where no page is being rendered. */
export function mailTranslator(locale: 'en' | 'fr') {
  return createTranslator({
    locale,
    messages: catalogues[locale],
    namespace: 'email',
    timeZone: 'UTC',
  });
}

export type MailTranslator = ReturnType<typeof mailTranslator>;
