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
