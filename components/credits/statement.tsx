import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PersonalKind } from '@/domain/credits';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import {
  type Account,
  linesPerPage,
  statementPaths,
  type Statement as Lines,
} from '@/lib/ledger/schema';
import { SentFile } from '@/components/layout/sent-file';
import { StatementRow } from './statement-row';

/** What an account holds, and what led to it, line by line. */
export function Statement({
  statement: { organization, balance, lines, total },
  accounts,
  kind,
  page,
  sendsFile,
  timeZone,
  children,
}: {
  statement: Lines;
  /** All that there are of the kind. */
  accounts: Account[];
  kind: PersonalKind;
  page: number;
  /** Whether the file of it was asked for, and is to be sent now. */
  sendsFile: boolean;
  timeZone: string;
  /** What can be done about the balance, between it and the lines; else who to ask for more. */
  children?: ReactNode;
}) {
  const t = useTranslations('credits');
  const locale = useLocale();
  const path = statementPaths[kind];
  const file = `/api/credits?${new URLSearchParams({ account: kind, organization, locale }).toString()}`;
  const nameOf = (account: Account) =>
    account.organization === 'public' ? t('public') : account.name;
  const current = accounts.find((account) => account.organization === organization);
  return (
    <div className="flex flex-col gap-6">
      {sendsFile && <SentFile href={file} />}
      {accounts.length > 1 && (
        <TabLinks
          label={t(`accounts_${kind}`)}
          tabs={accounts.map((account) => ({
            href: `${path}?${new URLSearchParams({ organization: account.organization }).toString()}`,
            label: nameOf(account),
            isCurrent: account === current,
            count: account.balance,
          }))}
        />
      )}
      <Card isRaised className="flex flex-wrap items-end justify-between gap-4">
        <p>
          <span className="text-muted block">{t(`balance_${kind}`)}</span>
          <strong className="text-4xl tabular-nums">{t('credits', { count: balance })}</strong>
          {kind === 'user' && accounts.length > 1 && current && (
            <span className="text-muted block text-sm">
              {organization === 'public'
                ? t('spentOnPublic')
                : t('spentOn', { organization: current.name })}
            </span>
          )}
        </p>
        {lines.length > 0 && (
          <a href={file} download className="text-link inline-flex min-h-11 items-center">
            {t('download')}
          </a>
        )}
      </Card>
      {children ?? (kind === 'user' && <p className="text-muted">{t('howToGet')}</p>)}
      {total === 0 ? (
        <EmptyState title={t(`empty_${kind}`)}>{t(`emptyText_${kind}`)}</EmptyState>
      ) : (
        <>
          <h2 className="text-2xl">{t('lines')}</h2>
          <ol className="flex flex-col divide-y border-y">
            {lines.map((line) => (
              <StatementRow key={line.number} line={line} timeZone={timeZone} />
            ))}
          </ol>
          <Pagination
            page={page}
            pageCount={Math.ceil(total / linesPerPage)}
            hrefFor={(number) =>
              `${path}?${new URLSearchParams({ organization, page: String(number) }).toString()}`
            }
          />
        </>
      )}
    </div>
  );
}
