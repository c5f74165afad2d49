/** Letters that Unicode does not take apart into a plain one and its marks. */
const plainLetters: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ɓ: 'b',
  ɖ: 'd',
  ɗ: 'd',
  ɛ: 'e',
  ɣ: 'g',
  ƙ: 'k',
  ŋ: 'n',
  ɲ: 'n',
  ɔ: 'o',
  ƭ: 't',
  ʋ: 'v',
  ƴ: 'y',
  ǝ: 'e',
};

const mostLetters = 60;

/**
 * A name as the address of a page: "Awa Diop" is "awa-diop". Marks are dropped; a name in letters that
 * are not Latin ones gives "mentor", which the number behind it then tells apart.
 */
export function slugOfName(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{L}/gu, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/[\p{M}'’ʼ]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, mostLetters)
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' ? 'mentor' : plain;
}

/** `slug`, or with the first number behind it that makes it one of its own: "awa-diop-2". */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
