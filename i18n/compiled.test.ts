import formatOnly from 'use-intl/format-message/format-only';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, it } from 'vitest';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';
import { compiled } from './compiled';

const values = { count: 3, credits: 1, words: 'a < b', name: 'Zoé', size: 2, of: 12 };

it.each([
  ['en', en.mentorList, ['count', 'upTo', 'titleFor', 'emptyText', 'show']],
  ['fr', fr.mentorList, ['count', 'upTo', 'titleFor', 'emptyText', 'show']],
] as const)('texts in %s are filled in as before', (locale, texts, keys) => {
  const parsed = compiled(texts);
  const formatters = {
    getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) =>
      new Intl.NumberFormat(...given),
    getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) =>
      new Intl.PluralRules(...given),
  };
  for (const key of keys) {
    const filled: unknown = formatOnly(key, parsed[key], values, { locale, formatters } as never);
    const expected = new IntlMessageFormat(texts[key], locale, undefined, { ignoreTag: true });
    expect(filled).toBe(expected.format(values));
  }
});

it.each([en, fr])('parsed texts are plain data, as client components must have them', (texts) => {
  const parsed = compiled(texts);
  expect(parsed).toStrictEqual(JSON.parse(JSON.stringify(parsed)));
});
