import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Link } from '@/i18n/navigation';
import { grantsPerPage, type GrantSummary } from '@/lib/grants/schema';
import { grantsPath } from '@/lib/grants/constants';
import { formatDateTime } from '@/kernel/time/format';
import { grantsHref } from './grants-href';

/** What an organization has given: how much, to whom, why, by whom and when; the latest first. */
export function GrantList({
  grants,
  total,
  page,
  organization,
  timeZone,
}: {
  grants: GrantSummary[];
  total: number;
  page: number;
  /** Its slug. */
  organization: string;
  timeZone: string;
}) {
  const t = useTranslations('grants');
  if (grants.length === 0) {
    return (
      <EmptyState title={t('emptyTitle')} headingLevel="h3">
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <ol className="flex flex-col divide-y border-y">
        {grants.map((grant) => (
          <GrantLine key={grant.id} {...{ grant, organization, timeZone }} />
        ))}
      </ol>
      <Pagination
        page={page}
        pageCount={Math.ceil(total / grantsPerPage)}
        hrefFor={(number) => grantsHref(organization, number)}
      />
    </div>
  );
}

function GrantLine({
  grant,
  organization,
  timeZone,
}: {
  grant: GrantSummary;
  organization: string;
  timeZone: string;
}) {
  const t = useTranslations('grants');
  const format = useFormatter();
  const place = { locale: useLocale(), timeZone };
  const { recipient, recipientCount, totalCredits, reason, fileName } = grant;
  const whom = recipient ?? t('people', { count: recipientCount });
  const when = formatDateTime(grant.givenAt, place, { withYear: true });
  return (
    <li className="flex items-start justify-between gap-4 py-4">
      <div className="min-w-0">
        <p className="font-semibold break-words">
          {fileName === null ? (
            whom
          ) : (
            <Link
              href={`${grantsPath(organization)}/${grant.id}`}
              prefetch={false}
              className="text-link"
            >
              {t('fromFile', { whom, fileName })}
            </Link>
          )}
        </p>
        {reason !== '' && <p className="text-muted break-words">{reason}</p>}
        <p className="text-muted text-sm">{t('by', { name: grant.actorName, when })}</p>
      </div>
      <p className="shrink-0 text-right tabular-nums">
        <span className="font-semibold">{format.number(totalCredits)}</span>
        <span className="text-muted block text-sm">
          {t('creditsUnit', { count: totalCredits })}
        </span>
      </p>
    </li>
  );
}
