/** Whether a page is HTML as the standard has it, by html-validate. See docs/decisions/0026. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // How markup is written down: the browser's own serialization decides that, nobody reads it.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'no-inline-style': 'off',
    // Whatever has a role may be named, a list too.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Times to choose several of are links before their script has come, and boxes to tick after.
    'prefer-native-element': 'off',
    // Groups whose name stands elsewhere are named by an attribute.
    'wcag/h71': 'off',
    // The form that moves a session offers its button once a time is chosen.
    'wcag/h32': 'off',
    // Titles name people and what they do.
    'long-title': 'off',
    // Scripts of this site alone: there is nobody else's to be sure of.
    'require-sri': 'off',
    // It takes references and dates for telephone numbers.
    'tel-non-breaking': 'off',
  },
});

/** What others write that the standard does not allow, taken out before the rest is looked at. */
const notOurs = [
  // React, on each form with an action of the server: before its script has come, and after.
  / action="(javascript:throw [^"]*)?"/g,
  // React Aria, for readers of screens: what closes an open list.
  /<button id="react-aria[^"]*" aria-label="[^"]*" tabindex="-1" style="width: 1px; height: 1px;"><\/button>/g,
];

/** A page without what is not ours. */
export function withoutOthers(html: string): string {
  return notOurs.reduce((text, pattern) => text.replaceAll(pattern, ''), html);
}

/** What is wrong with a page, each with where; rules that are excepted do not count. */
export async function htmlFaults(
  html: string,
  excepted: readonly string[] = [],
): Promise<string[]> {
  const { results } = await validator.validateString(withoutOthers(html));
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ ruleId }) => !excepted.includes(ruleId))
      .map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? '?'})`),
  );
}
