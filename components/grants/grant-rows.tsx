import { useFormatter, useTranslations } from 'next-intl';
import type { GrantRow } from '@/domain/credits';
import type { GrantScope } from '@/lib/grants/schema';

/** Rows of a file, each with what became of it. */
export function GrantRows({
  title,
  rows,
  scope,
}: {
  title: string;
  rows: GrantRow[];
  scope: GrantScope;
}) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3 text-2xl">{title}</h2>
      <ol className="flex flex-col divide-y border-y">
        {rows.map((row) => (
          <Row key={row.row} row={row} scope={scope} />
        ))}
      </ol>
    </section>
  );
}

function Row({
  row: { row, email, credits, reason, outcome },
  scope,
}: {
  row: GrantRow;
  scope: GrantScope;
}) {
  const t = useTranslations('grants');
  const format = useFormatter();
  const isFine = outcome === 'ready' || outcome === 'given';
  return (
    <li className="flex items-start justify-between gap-4 py-3">
      <div className="min-w-0">
        <p className="font-semibold break-all">{email === '' ? t('noAddress') : email}</p>
        <p className={`break-words ${isFine ? 'text-muted' : 'text-red'}`}>
          {isFine ? reason : t(`outcome_${outcome}`, { scope })}
        </p>
        <p className="text-muted text-sm">{t('rowNumber', { row })}</p>
      </div>
      <p className="max-w-1/3 shrink-0 text-right font-semibold break-words tabular-nums">
        {isFine ? format.number(Number(credits)) : credits}
      </p>
    </li>
  );
}
