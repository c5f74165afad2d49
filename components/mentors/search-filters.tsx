import { useTranslations } from 'next-intl';
import { Suspense, use } from 'react';
import { meetingFormats } from '@/domain/bookings';
import { mentorSorts } from '@/domain/mentors';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { TextField } from '@/components/ui/text-field';
import { activeFilters, searchQuery } from '@/lib/mentors/rules/search';
import { priceSteps, type MentorSearch } from '@/lib/mentors/schema';
import { LanguageChoices, LanguageChoicesWithoutCounts } from './language-choices';
import { FilterMenu } from './filter-menu';
import { FilterSheet } from './filter-sheet';
import { useFilterNames } from './filter-names';
import type { MentorFacets } from './facets';
import { KeptSkills, SkillChoices } from './skill-choices';

/** The filters of the list, a pill each, in one sheet on a phone; what needs the database streams into its panel. */
export function SearchFilters({
  search,
  facets,
  results,
  skillName,
}: {
  search: MentorSearch;
  facets: Promise<MentorFacets>;
  results: Promise<{ total: number }>;
  skillName: (skill: string) => string;
}) {
  const t = useTranslations('mentorList');
  const nameOf = useFilterNames(skillName);
  const { skill, language, format, price, free, sort } = search;

  return (
    <FilterSheet
      active={activeFilters(search).length}
      show={
        <Suspense key={searchQuery(search)} fallback={t('apply')}>
          <ShowCount results={results} />
        </Suspense>
      }
    >
      <FilterMenu
        label={t('freeTime')}
        chosen={free === null ? null : nameOf({ name: 'free', value: free })}
      >
        <ChoiceGroup
          legend={t('freeTime')}
          name="free"
          defaultValue={free === 'today' || free === 'week' ? free : ''}
          choices={[
            { value: '', label: t('anyTime') },
            { value: 'today', label: t('freeToday') },
            { value: 'week', label: t('freeWeek') },
          ]}
        />
        <TextField
          label={t('aDay')}
          type="date"
          name="free"
          defaultValue={free === 'today' || free === 'week' ? '' : (free ?? '')}
        />
      </FilterMenu>
      <FilterMenu
        label={t('language')}
        chosen={language === null ? null : nameOf({ name: 'language', value: language })}
      >
        <Suspense fallback={<LanguageChoicesWithoutCounts chosen={language} />}>
          <LanguageChoices facets={facets} chosen={language} />
        </Suspense>
      </FilterMenu>
      <FilterMenu
        label={t('skill')}
        chosen={skill.length === 0 ? null : skill.map(skillName).join(', ')}
      >
        <Suspense fallback={<KeptSkills chosen={skill} />}>
          <SkillChoices facets={facets} chosen={skill} skillName={skillName} />
        </Suspense>
      </FilterMenu>
      <FilterMenu
        label={t('price')}
        chosen={price === null ? null : nameOf({ name: 'price', value: price })}
      >
        <ChoiceGroup
          legend={t('price')}
          name="price"
          defaultValue={price === null ? '' : String(price)}
          choices={[
            { value: '', label: t('anyPrice') },
            ...withOwn(priceSteps, price).map((value) => ({
              value: String(value),
              label: nameOf({ name: 'price', value }),
            })),
          ]}
        />
      </FilterMenu>
      <FilterMenu
        label={t('format')}
        chosen={format === null ? null : nameOf({ name: 'format', value: format })}
      >
        <ChoiceGroup
          legend={t('format')}
          name="format"
          defaultValue={format ?? ''}
          choices={[
            { value: '', label: t('anyFormat') },
            ...meetingFormats.map((value) => ({ value, label: t(`formats.${value}`) })),
          ]}
        />
      </FilterMenu>
      <FilterMenu label={t('sort')} chosen={t(`sorts.${sort}`)} isUsual={sort === 'match'}>
        <ChoiceGroup
          legend={t('sort')}
          name="sort"
          defaultValue={sort}
          choices={mentorSorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
        />
      </FilterMenu>
    </FilterSheet>
  );
}

function ShowCount({ results }: { results: Promise<{ total: number }> }) {
  const t = useTranslations('mentorList');
  return t('show', { count: use(results).total });
}

/** An address may hold a limit that the form does not offer. */
function withOwn(steps: readonly number[], own: number | null): number[] {
  const all = own === null ? steps : [...new Set([...steps, own])];
  return all.toSorted((a, b) => a - b);
}
