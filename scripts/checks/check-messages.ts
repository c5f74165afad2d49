// Keeps the message catalogues in step: the same keys in every language, the same arguments and
// tags in each message, the words of docs/words.md, and French spacing; and no text that nothing shows. Prints
// every problem, one a line.
import { readFileSync } from 'node:fs';
import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { elementsOf, visit } from './icu';
import { readSources, unusedKeys } from './unused-messages';
import { wordProblems } from './words';

const REFERENCE = 'en';
const OTHERS = ['fr'];

/** Read by programs as well: the heads and lines of spreadsheets. */
const FOR_PROGRAMS = new Set([
  'grants.exampleFile',
  'grants.column_email',
  'memberships.invitations.exampleFile',
  'memberships.imports.column_email',
]);

type Messages = Map<string, string>;

const reference = readMessages(REFERENCE);
const problems = [
  ...textProblems(REFERENCE, reference),
  ...OTHERS.flatMap((locale) => compare(locale, readMessages(locale))),
  ...unusedKeys([...reference.keys()], readSources()).map((key) => `${key} is used nowhere`),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`\n${problems.length} problems in messages/`);
  process.exitCode = 1;
} else {
  console.log(`${reference.size} messages agree in ${[REFERENCE, ...OTHERS].join(' and ')}`);
}

function compare(locale: string, messages: Messages): string[] {
  const missing = [...reference.keys()].filter((key) => !messages.has(key));
  const extra = [...messages.keys()].filter((key) => !reference.has(key));
  return [
    ...missing.map((key) => `${locale}: ${key} is missing`),
    ...extra.map((key) => `${locale}: ${key} does not exist in ${REFERENCE}`),
    ...textProblems(locale, messages),
    ...[...messages].flatMap(([key, text]) => argumentProblems(locale, key, text)),
    ...(locale === 'fr' ? [...messages].flatMap(([key, text]) => spacingProblems(key, text)) : []),
  ];
}

function argumentProblems(locale: string, key: string, text: string): string[] {
  const expected = argumentsOf(reference.get(key) ?? text);
  const actual = argumentsOf(text);
  if (expected === null || actual === null || expected === actual) return [];
  return [`${locale}: ${key} has {${actual}} where ${REFERENCE} has {${expected}}`];
}

function textProblems(locale: string, messages: Messages): string[] {
  return [...messages].flatMap(([key, text]) => {
    if (text.trim() === '') return [`${locale}: ${key} is empty`];
    if (elementsOf(text) === null) return [`${locale}: ${key} is not a valid ICU message`];
    return FOR_PROGRAMS.has(key) ? [] : wordProblems(locale, key, text);
  });
}

/** A line may break at a plain space, which leaves the sign alone on the next line. */
function spacingProblems(key: string, text: string): string[] {
  // Not in `{count, plural, …}` syntax: only what is shown.
  return shownTexts(elementsOf(text) ?? []).flatMap((shown) => {
    const wrong = /[ \t][:;!?»]|«[ \t]|[^\u00A0\u202F]»|«[^\u00A0\u202F]|\p{L}[;!?](?!\w)/u.exec(
      shown,
    );
    if (wrong === null) return [];
    return [`fr: ${key} needs a no-break space (U+00A0 or U+202F) in "${wrong[0]}"`];
  });
}

/** The arguments and tags of a message, sorted; null when it does not parse. */
function argumentsOf(text: string): string | null {
  const elements = elementsOf(text);
  if (elements === null) return null;
  const names = new Set<string>();
  visit(elements, (element) => {
    if (element.type === TYPE.tag) names.add(`<${element.value}>`);
    else if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
  });
  return [...names].toSorted((a, b) => a.localeCompare(b)).join(', ');
}

function shownTexts(elements: MessageFormatElement[]): string[] {
  const texts: string[] = [];
  visit(elements, (element) => {
    if (element.type === TYPE.literal) texts.push(element.value);
  });
  return texts;
}

function readMessages(locale: string): Messages {
  const messages: Messages = new Map();
  flatten(JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')), '', messages);
  return messages;
}

function flatten(value: unknown, key: string, into: Messages): void {
  if (typeof value === 'string') {
    into.set(key, value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, child] of Object.entries(value)) {
      flatten(child, key === '' ? name : `${key}.${name}`, into);
    }
  } else {
    throw new Error(`messages/: ${key} is neither a text nor a group of texts`);
  }
}
