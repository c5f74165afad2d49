import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { ChevronLeftIcon, ChevronRightIcon } from './icons';

const box = 'reacts flex size-11 items-center justify-center rounded-md font-medium tabular-nums';

/** Pages of a list as links; nothing where there is one page. Pages count from 1. */
export function Pagination({
  page,
  pageCount,
  hrefFor,
}: {
  page: number;
  pageCount: number;
  hrefFor: (page: number) => string;
}) {
  const t = useTranslations('common');
  if (pageCount <= 1) return null;
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center justify-center gap-1">
      {page > 1 && (
        <Link
          href={hrefFor(page - 1)}
          rel="prev"
          aria-label={t('previous')}
          className={`${box} hover:bg-sunken`}
        >
          <ChevronLeftIcon />
        </Link>
      )}
      {/* A phone has no room for the numbers. */}
      <span className="text-muted px-2 tabular-nums sm:hidden">
        {t('pageOf', { page, pageCount })}
      </span>
      {pagesToShow(page, pageCount).map((number, index, all) => (
        <span key={number} className="hidden items-center sm:flex">
          {index > 0 && number - (all[index - 1] ?? 0) > 1 && (
            <span aria-hidden="true" className="text-muted px-1">
              …
            </span>
          )}
          <Link
            href={hrefFor(number)}
            aria-label={t('pageNumber', { number })}
            aria-current={number === page ? 'page' : undefined}
            className={`${box} ${number === page ? 'bg-green text-on-green' : 'hover:bg-sunken'}`}
          >
            {number}
          </Link>
        </span>
      ))}
      {page < pageCount && (
        <Link
          href={hrefFor(page + 1)}
          rel="next"
          aria-label={t('next')}
          className={`${box} hover:bg-sunken`}
        >
          <ChevronRightIcon />
        </Link>
      )}
    </nav>
  );
}

/** First, last, and the current page with its neighbours. */
function pagesToShow(page: number, pageCount: number): number[] {
  return [...new Set([1, page - 1, page, page + 1, pageCount])].filter(
    (number) => number >= 1 && number <= pageCount,
  );
}
