import { useTranslations } from 'next-intl';
import { CloseIcon } from '@/components/ui/icons';
import { Link } from '@/i18n/navigation';
import {
  activeFilters,
  searchPath,
  withoutFilter,
  withoutFilters,
} from '@/lib/mentors/rules/search';
import type { MentorSearch } from '@/lib/mentors/schema';
import { useFilterNames } from './filter-names';

const chip =
  'reacts inline-flex min-h-11 items-center gap-1.5 rounded-full px-3.5 text-sm font-medium';

/** What narrows the list, each with a way to take it away. */
export function ActiveFilters({
  search,
  skillName,
}: {
  search: MentorSearch;
  skillName: (skill: string) => string;
}) {
  const t = useTranslations('mentorList');
  const nameOf = useFilterNames(skillName);
  const filters = activeFilters(search);
  if (filters.length === 0) return null;
  return (
    <nav aria-label={t('active')}>
      <ul className="flex flex-wrap gap-2">
        {filters.map((filter) => (
          <li key={`${filter.name} ${filter.value}`}>
            <Link
              href={searchPath(withoutFilter(search, filter))}
              scroll={false}
              prefetch={false}
              aria-label={t('remove', { filter: nameOf(filter) })}
              className={`${chip} bg-green-soft text-green hover:bg-sunken`}
            >
              {nameOf(filter)}
              <CloseIcon className="size-4" />
            </Link>
          </li>
        ))}
        <li>
          <Link
            href={searchPath(withoutFilters(search))}
            scroll={false}
            prefetch={false}
            className={`${chip} text-muted hover:text-ink underline underline-offset-4`}
          >
            {t('clearAll')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
