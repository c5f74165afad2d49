import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { locale as rootLocale } from 'next/root-params';
import type en from '../messages/en.json';
import { compiled } from './compiled';
import { routing, type Locale } from './routing';

const catalogues: Record<Locale, () => Promise<{ default: typeof en }>> = {
  en: () => import('../messages/en.json'),
  fr: () => import('../messages/fr.json'),
};

/** Parsed once a process. */
const parsed = new Map<Locale, typeof en>();

async function messagesOf(locale: Locale): Promise<typeof en> {
  const known = parsed.get(locale);
  if (known) return known;
  const messages = compiled((await catalogues[locale]()).default);
  parsed.set(locale, messages);
  return messages;
}

export default getRequestConfig(async ({ locale: explicit }) => {
  // Root params throw in actions and route handlers: those name their locale explicitly.
  const requested = explicit ?? (await rootLocale());
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  return {
    locale,
    messages: await messagesOf(locale),
    // Only a floor, so that a forgotten zone is the same on server and browser.
    timeZone: 'UTC',
  };
});
