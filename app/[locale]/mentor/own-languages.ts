import { languageNames } from '@/components/mentors/language-name';
import { commonLanguages, otherLanguages } from '@/lib/mentors/schema';

/**
 * Languages to choose from, named here, because browsers know fewer of them. Those of `first` stand in
 * front, also one that is in no list.
 */
export function ownLanguages(locale: string, first: string[]) {
  const named = (value: string) => ({ value, label: languageNames([value], locale) });
  const common = [...new Set([...first, ...commonLanguages])];
  const others = otherLanguages.filter((code) => !common.includes(code)).map(named);
  return {
    common: common.map(named),
    others: others.toSorted((a, b) => a.label.localeCompare(b.label, locale)),
  };
}
