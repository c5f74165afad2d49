import { useTranslations } from 'next-intl';
import { use } from 'react';
import { ChoiceGroup } from '@/components/ui/choice-group';
import type { MentorFacets } from './facets';
import { useFilterNames } from './filter-names';

/** Offered until it is known what mentors speak, and where scripts are off. */
const common = ['en', 'fr', 'ar', 'sw', 'pt', 'wo', 'ha'];

export function LanguageChoices({
  facets,
  chosen,
}: {
  facets: Promise<MentorFacets>;
  chosen: string | null;
}) {
  const { languages } = use(facets);
  return (
    <Choices
      chosen={chosen}
      languages={languages.map(({ value, count }) => ({ value, hint: String(count) }))}
    />
  );
}

export function LanguageChoicesWithoutCounts({ chosen }: { chosen: string | null }) {
  return <Choices chosen={chosen} languages={common.map((value) => ({ value }))} />;
}

function Choices({
  languages,
  chosen,
}: {
  languages: { value: string; hint?: string }[];
  chosen: string | null;
}) {
  const t = useTranslations('mentorList');
  const nameOf = useFilterNames();
  const isOffered = chosen === null || languages.some(({ value }) => value === chosen);
  const all = isOffered ? languages : [...languages, { value: chosen }];
  return (
    <ChoiceGroup
      legend={t('language')}
      name="language"
      defaultValue={chosen ?? ''}
      choices={[
        { value: '', label: t('anyLanguage') },
        ...all.map((language) => ({
          ...language,
          label: nameOf({ name: 'language', value: language.value }),
        })),
      ]}
    />
  );
}
