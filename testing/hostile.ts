/**
 * What people may write that breaks a page, a mail or a file, at the lengths the forms allow: one set
 * of it for every test that shows something to somebody.
 */

/** Nothing in it can be broken at a space or a hyphen. */
const unbroken = (start: string, length: number) => start.padEnd(length, 'abcdefghij');

export const hostile = {
  /** 120 letters without a space. */
  name: unbroken('Wolfeschlegelsteinhausen', 120),
  /** Arabic, which runs from the right, with a name in Latin letters in it. */
  rightToLeftName: 'محمد الأمين Diop بن عبد الله',
  /** Letters that are put together from several, three marks high. */
  combiningName: 'Z\u0302\u0323\u0307ọ\u0301\u0302è\u0323\u0304 N\u0303\u0308gu\u0323yễn',
  /** Each of them is one sign to a reader and up to eleven code units. */
  emojiName: '👩🏾‍👩🏾‍👧🏾‍👦🏾 👨🏿‍🏫 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  /** 84 letters, as calendars and meeting rooms make them. */
  link: unbroken('https://meet.example.test/', 84),
  /** 3,000 letters: prose, one endless word, lines, markup and what a template might take for its own. */
  note: unbroken(
    `Bonjour,\n\nje vous écris. <b>"Gras"</b> & {name} {count, plural}\n${unbroken('x', 400)}\n\n`,
    3000,
  ),
  /** The longest that a skill, a title, a headline or a city may be. */
  skill: unbroken('Donaudampfschiff', 40),
  title: unbroken('Rindfleischetikettierung', 80),
  headline: unbroken('Hottentottenpotentaten', 120),
  city: unbroken('Llanfairpwllgwyngyll', 60),
  subject: unbroken('Grundstücksverkehrs', 120),
} as const;

/** What a field of a form may hold that no form of ours sends, beside what they do. */
export const hostileFields = [
  '',
  'on',
  'true',
  '0',
  '1',
  '60',
  '-1',
  '1e309',
  '99999999999999999999',
  '0.1',
  'NaN',
  '0190a0a0-0000-7000-8000-000000000000',
  'a@b.test',
  'A'.repeat(43),
  'public',
  'en',
  'video',
  '2026-11-25',
  '2026-02-30',
  '0000-01-01',
  '1899-12-31',
  '2200-12-31',
  '9999-12-31',
  '+275760-09-13T00:00Z',
  '2026-11-25T10:00Z',
  '-271821-04-19T00:00Z',
  '99999-01-01T00:00Z',
  '10:00',
  '24:00',
  '99:99',
  'Europe/Paris',
  'UTC',
  'Mars/Olympus',
  '+99:99',
  '9'.repeat(400),
  '__proto__',
  'constructor',
  '\0',
  '\0\u0001\u001F\u007F\u0085',
  '\u202Eevil\u2066',
  '{}',
  '[',
  '{"__proto__":1}',
  '//evil.example',
  'javascript:alert(1)',
  'x'.repeat(20_000),
];
