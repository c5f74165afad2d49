import { IntlMessageFormat } from 'intl-messageformat';
import { createTranslator } from 'next-intl';
import type { ReadFailure } from '@/domain/external-calendars';
import en from '@/messages/en.json' with { type: 'json' };
import fr from '@/messages/fr.json' with { type: 'json' };
import { localizedPath } from './routing';

const catalogues = { en, fr };

/**
 * The translator of a language, whose texts are parsed once. next-intl's own looks for the parsed text by
 * all that formats could depend on, which takes forty times as long as filling it in.
 */
function translatorOf(locale: 'en' | 'fr') {
  const translator = createTranslator({
    locale,
    messages: catalogues[locale],
    namespace: 'email',
    timeZone: 'UTC',
  });
  const parsed = new Map<string, IntlMessageFormat>();
  return new Proxy(translator, {
    apply: (_target, _this, [key, values]: Parameters<typeof translator>) => {
      let text = parsed.get(key);
      if (!text) {
        text = new IntlMessageFormat(textOf(key, locale), locale, undefined, {
          ignoreTag: true,
        });
        parsed.set(key, text);
      }
      return String(text.format(values));
    },
  });
}

/**
 * The text of a key such as "hold.title". Not by the translator's `raw`: that throws while developing,
 * because no page has the parser (next.config.ts).
 */
function textOf(key: string, locale: 'en' | 'fr'): string {
  let found: unknown = catalogues[locale].email;
  for (const name of key.split('.')) {
    found = new Map<string, unknown>(Object.entries(found ?? {})).get(name);
  }
  return String(found);
}

const translators = { en: translatorOf('en'), fr: translatorOf('fr') };

/** The texts of mails and calendars in their reader's language: they are written where no page is rendered. */
export function mailTranslator(locale: 'en' | 'fr'): MailTranslator {
  return translators[locale];
}

export type MailTranslator = ReturnType<typeof translatorOf>;

/** Why a calendar cannot be read, in the words of its page, in which there is nothing to fill in. */
export function readFailureText(failure: ReadFailure, locale: 'en' | 'fr'): string {
  return catalogues[locale].externalCalendars[`failure_${failure}`];
}

/** The address of a page as mails and calendars name it: whole, and in the reader's language. */
export function pageUrl(
  path: string,
  { appUrl, locale }: { appUrl: string; locale: 'en' | 'fr' },
): string {
  return appUrl + localizedPath(path, locale);
}
