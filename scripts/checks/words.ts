// The words of docs/words.md as data, and how a message is held to them. Only what is shown is looked at,
// never an argument's name or the syntax around it.
import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { elementsOf, visitRuns } from './icu';

type Word = { not: RegExp; say: string };

const WORDS: Record<string, readonly Word[]> = {
  en: [
    {
      // "Free" is a price: "free", "free of charge", "a free session", "free cancellation".
      not: /\bfree (?:times?|slots?|days?|hours?|this|today|on|within|soon|again|until|at)\b|\b(?:next|soonest|time|times|nothing|not|still|becomes|is|are) free\b(?! of charge)/i,
      say: 'available',
    },
    { not: /\bslots?\b/i, say: 'time' },
    { not: /\bagendas?\b/i, say: 'calendar' },
    { not: /\bmails?\b|\be-mails?\b/i, say: 'email' },
    { not: /\bpictures?\b/i, say: 'photo' },
    { not: /\bcall(?:s|ed)? off\b/i, say: 'cancel' },
    { not: /\blaps(?:e|es|ed)\b/i, say: 'expire' },
    { not: /\b(?:is|are|been|being|be) told\b/i, say: 'inform' },
    { not: /\bother side\b/i, say: 'the other person' },
    { not: /\b(?:was|is|were|are) faster\b/i, say: 'somebody else booked it' },
    { not: /\bto be had\b|\bnot there any more\b/i, say: 'no longer available' },
    { not: /\bslip of the finger\b/i, say: 'typo' },
    {
      not: /\bmeanwhile\b|\banew\b|\bat once,|\bleads? nowhere\b|\bthe time is yours\b/i,
      say: 'plain words',
    },
  ],
  fr: [
    {
      not: /\bheures? (?:libres?|prises?)|horaires? (?:libres?|pris)|\brien de libre/i,
      say: 'créneau libre',
    },
    { not: /(?<!Google )\bagendas?\b/i, say: 'calendrier' },
    { not: /\ben vidéo\b|appels? vidéo|vidéoconférence|visioconférence/i, say: 'visio' },
    { not: /\bsur place\b|\ben personne\b/i, say: 'en présentiel' },
    {
      not: /(?<![-\u2011])\bmails?\b|\be-mails?\b|\bcourriels?\b/i,
      say: 'e\u2011mail, with U+2011',
    },
    { not: /(?<!personnes? )\bmentorée?s?(?!\p{L})/iu, say: 'personne mentorée' },
    { not: /\bsessions?\b(?! (?:ouverte|est ouverte))/i, say: 'séance' },
    { not: /\bdéclin/i, say: 'refuser' },
    { not: /\bcongés?\b/i, say: 'absence' },
    { not: /\bprestations?\b/i, say: 'service' },
    { not: /\bveuillez\b/i, say: 'an imperative' },
    { not: /\p{L}·\p{L}|\p{L}\((?:e|s|es)\)/u, say: 'a form that needs no gender' },
  ],
};

/** What French elides or contracts, and so cannot stand before a word that nobody knows yet. */
const BEFORE_NO_NAME =
  /(?<![\p{L}’])(?:de|du|que|le|la|je|me|te|se|ne|lorsque|puisque|quoique|jusque)[ \u00A0]$/iu;
/** Cities may have an article: « au Caire ». */
const BEFORE_NO_CITY = /(?<![\p{L}’])(?:à|de|du|au)[ \u00A0]$/iu;
/** Arguments that begin with no vowel: dates ("lundi 3 mai"), times and numbers. The rest may be names. */
const NO_NAMES = new Set(
  'at day deadline from read time to until when count most percent rows'.split(' '),
);

const NUMBERS = new Set('all capacity count hours kilobytes minutes most percent rows'.split(' '));

/** What a message says that its language says otherwise, or that a line could break badly; one problem each. */
export function wordProblems(locale: string, key: string, text: string): string[] {
  // English mails keep plain spaces, and with them subjects in ASCII.
  const joinsNumbers = locale !== 'en' || !key.startsWith('email.');
  const problems: string[] = [];
  visitRuns(elementsOf(text) ?? [], (run) => {
    run.forEach((element, index) => {
      const next = run[index + 1];
      problems.push(
        ...forbiddenWords(locale, element),
        ...(locale === 'fr' ? elisionFaults(element, next) : []),
        ...(joinsNumbers ? looseNumbers(element, next) : []),
        ...(key.startsWith('email.') ? [] : looseRanges(element, run[index - 1], next)),
      );
    });
  });
  return problems.map((problem) => `${locale}: ${key} ${problem}`);
}

function forbiddenWords(locale: string, element: MessageFormatElement): string[] {
  if (element.type !== TYPE.literal) return [];
  return (WORDS[locale] ?? []).flatMap(({ not, say }) => {
    const found = not.exec(element.value)?.[0];
    return found === undefined ? [] : [`says "${found}": say ${say} (docs/words.md)`];
  });
}

function elisionFaults(element: MessageFormatElement, next?: MessageFormatElement): string[] {
  if (element.type !== TYPE.literal || next?.type !== TYPE.argument) return [];
  if (NO_NAMES.has(next.value)) return [];
  const fault = (next.value === 'city' ? BEFORE_NO_CITY : BEFORE_NO_NAME).exec(element.value);
  if (fault === null) return [];
  return [`has "${fault[0].trim()}" before {${next.value}}, which may be « Awa »: write around it`];
}

function looseNumbers(element: MessageFormatElement, next?: MessageFormatElement): string[] {
  if (element.type === TYPE.literal) {
    const found = /(?<![\d:])\d+ \p{L}+|\d \d| ·/u.exec(element.value)?.[0];
    return found === undefined ? [] : [`needs a no-break space in "${found}"`];
  }
  if (isNumber(element) && next?.type === TYPE.literal && /^\u00A0\p{L} $/u.test(next.value)) {
    return [`needs a no-break space behind "${next.value.trim()}", before the rest of it`];
  }
  if (!isNumber(element) || next?.type !== TYPE.literal || !/^ \p{L}/u.test(next.value)) return [];
  return [`needs a no-break space between a number and "${next.value.trim()}"`];
}

/** A line may break behind a dash, and at the spaces around it, which leaves one end of a range alone. */
function looseRanges(
  element: MessageFormatElement,
  before?: MessageFormatElement,
  next?: MessageFormatElement,
): string[] {
  if (element.type !== TYPE.literal) return [];
  const { value } = element;
  const isBetween = before !== undefined && next !== undefined && value.trim() === '–';
  const found = isBetween ? value : /[\dh.]–[\d\p{L}]/u.exec(value)?.[0];
  const isWhole = found === undefined || /^[\u2060\u00A0]–[\u2060\u00A0]$/.test(found);
  return isWhole
    ? []
    : [`needs U+2060 (or U+00A0, where there are spaces) around the dash in "${found}"`];
}

function isNumber(element: MessageFormatElement): boolean {
  if (element.type === TYPE.pound || element.type === TYPE.number) return true;
  return element.type === TYPE.argument && NUMBERS.has(element.value);
}
