import { useLocale, useTranslations } from 'next-intl';
import type { MentorFilter } from '@/lib/mentors/rules/search';
import { formatDayShort } from '@/kernel/time/format';
import { languageNames } from './language-name';

/** Gives each filter its words: "By video", "Up to 20 credits", "Free on Tue 8 Dec". */
export function useFilterNames(
  /** What a skill is called, given its id: the vocabulary is the server's. */
  skillName: (skill: string) => string = String,
): (filter: MentorFilter) => string {
  const t = useTranslations('mentorList');
  const locale = useLocale();
  return (filter) => {
    switch (filter.name) {
      case 'skill':
        return skillName(filter.value);
      case 'language':
        return languageNames([filter.value], locale);
      case 'format':
        return t(`formats.${filter.value}`);
      case 'price':
        return filter.value === 0 ? t('free') : t('upTo', { credits: filter.value });
      case 'free':
        return freeName(filter.value);
    }
  };

  function freeName(value: string): string {
    if (value === 'today') return t('freeToday');
    if (value === 'week') return t('freeWeek');
    // A date is no instant: it is the same day whatever the zone.
    const day = formatDayShort(Date.parse(value), { locale, timeZone: 'UTC' });
    return t('freeOn', { day });
  }
}
