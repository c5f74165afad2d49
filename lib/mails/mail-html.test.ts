import fc from 'fast-check';
import { render } from 'react-email';
import { createElement } from 'react';
import { expect, it } from 'vitest';
import { examples } from '@/testing/examples';
import { mailHtml } from './mail-html';
import { MailLayout } from './templates/mail-layout';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 250 }),
  fc.constantFrom('a < b & "c" \'d\' > e', ' ', '$& $1', 'line\nbreak', '\uE0000\uE000'),
);
const texts = fc.uniqueArray(text, { maxLength: 3 });
const language = fc.constantFrom(undefined, null, 'en', 'fr', 'ar');
const written = fc.record({ text, language });
const link = fc.record({ label: text, url: fc.webUrl() });
const session = fc.record({ when: text, url: fc.webUrl(), details: texts });
const content = fc.record({
  preheader: text,
  title: text,
  greeting: fc.oneof(fc.constant(''), text),
  paragraphs: fc
    .tuple(texts, fc.array(written, { maxLength: 1 }))
    .map(([plain, theirs]) => [...plain, ...theirs]),
  facts: fc.uniqueArray(fc.record({ label: text, value: text, language }), {
    selector: ({ label }) => label,
    maxLength: 4,
  }),
  action: link,
  links: fc.uniqueArray(link, { selector: ({ url }) => url, maxLength: 2 }),
  notes: fc
    .tuple(
      texts,
      fc.uniqueArray(fc.record({ text, link }), {
        selector: (note) => note.link.url,
        maxLength: 2,
      }),
    )
    .map(([plain, leading]) => [...plain, ...leading]),
});
const answers = fc.record({
  title: text,
  given: fc.array(fc.record({ question: written, answer: written }), { maxLength: 2 }),
});
const sessions = fc.uniqueArray(session, { selector: ({ url }) => url, maxLength: 3 });
const more = fc.constantFrom('sessions', 'answers', 'neither');

it('is what React makes of it, the first time and from then on', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ content, answers, sessions, more, tagline: text, linkHint: text }),
      fc.constantFrom('en', 'fr'),
      async ({ content: common, tagline, linkHint, ...given }, locale) => {
        const whole = {
          ...common,
          ...(given.more === 'sessions' && { sessions: given.sessions }),
          ...(given.more === 'answers' && { answers: given.answers }),
        };
        const expected = await render(
          createElement(MailLayout, { locale, tagline, linkHint, content: whole }),
        );
        for (let time = 0; time < 2; time += 1) {
          expect(await mailHtml({ ...whole, tagline, linkHint }, locale)).toBe(expected);
        }
      },
    ),
    { numRuns: examples(100) },
  );
});
