import { useFormatter, useTranslations } from 'next-intl';
import { useId, type ReactNode } from 'react';
import type { GrantRow } from '@/domain/credits';
import { faultOf } from '@/lib/grants/rules/amounts';
import { mostListedRows } from '@/lib/grants/constants';

/** Rows of a file, each with what became of it; of very many, the first. */
export function GrantRows({
  title,
  rows,
  children,
}: {
  title: string;
  rows: GrantRow[];
  /** What there is to know or do about all of them. */
  children?: ReactNode;
}) {
  const t = useTranslations('grants');
  const id = useId();
  if (rows.length === 0) return null;
  const left = rows.length - mostListedRows;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-2xl">
        {title}
      </h2>
      {children}
      <ol className="flex flex-col divide-y border-y">
        {rows.slice(0, mostListedRows).map((row) => (
          <Row key={row.row} row={row} />
        ))}
      </ol>
      {left > 0 && <p className="text-muted mt-3">{t('moreRows', { count: left })}</p>}
    </section>
  );
}

function Row({ row: given }: { row: GrantRow }) {
  const { row, email, credits, reason } = given;
  const t = useTranslations('grants');
  const format = useFormatter();
  const fault = faultOf(given);
  return (
    <li className="flex items-start justify-between gap-4 py-3">
      <div className="min-w-0">
        <p className="font-semibold break-all">{email === '' ? t('noAddress') : email}</p>
        <p className={`break-words ${fault ? 'text-red' : 'text-muted'}`}>
          {fault ? t(`outcome_${fault}`) : reason}
        </p>
        <p className="text-muted text-sm">{t('rowNumber', { row })}</p>
      </div>
      <p className="max-w-1/3 shrink-0 text-right font-semibold break-words tabular-nums">
        {fault ? credits : format.number(Number(credits))}
      </p>
    </li>
  );
}
