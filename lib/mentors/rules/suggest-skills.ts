/** A skill of the vocabulary as a form offers it. */
export interface OfferedSkill {
  nameEn: string;
  nameFr: string;
  /** Between commas. */
  synonymsEn: string;
  synonymsFr: string;
}

const most = 20;

/**
 * Names of skills that fit what is being typed, in the language of the page: each word begins a word of a
 * name or synonym in either language. Accents and capitals do not count. Those whose own name begins
 * so come first.
 */
export function suggestSkills(
  skills: readonly OfferedSkill[],
  { typed, chosen, locale }: { typed: string; chosen: readonly string[]; locale: string },
): string[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return [];
  const fitting = skills.flatMap((skill) => {
    const name = locale === 'fr' ? skill.nameFr : skill.nameEn;
    const { nameEn, nameFr, synonymsEn, synonymsFr } = skill;
    const words = wordsOf([nameEn, nameFr, synonymsEn, synonymsFr].join(' '));
    const fits = wanted.every((start) => words.some((word) => word.startsWith(start)));
    return fits && !chosen.includes(name) ? [name] : [];
  });
  const beginning = plain(typed).trim();
  const rank = (name: string) => (plain(name).startsWith(beginning) ? 0 : 1);
  return fitting.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b, locale)).slice(0, most);
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string) =>
  plain(text)
    .split(/[\s,’'-]+/)
    .filter((word) => word !== '');
