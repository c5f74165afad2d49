/** The product's own words, so that a test says which text it means and not how it is put. */
import { createTranslator } from 'next-intl';
import type { Locale } from '@/i18n/routing';
import en from '@/messages/en.json' with { type: 'json' };
import fr from '@/messages/fr.json' with { type: 'json' };

const catalogues = { en, fr };

export function textsIn(locale: Locale) {
  return createTranslator({ locale, messages: catalogues[locale], timeZone: 'UTC' });
}
