import { useTranslations } from 'next-intl';
import { useId, type ReactNode } from 'react';
import type { ImportRow } from '@/domain/invitations';
import { memberRoles } from '@/domain/organizations';

/** Rows that a page lists; a file has them all. */
const mostListed = 200;

/** Rows of a file of people, each with what becomes of it; of very many, the first. */
export function ImportRows({
  title,
  rows,
  children,
}: {
  title: string;
  rows: ImportRow[];
  children?: ReactNode;
}) {
  const t = useTranslations('memberships');
  const id = useId();
  if (rows.length === 0) return null;
  const left = rows.length - mostListed;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-2xl">
        {title}
      </h2>
      {children}
      <ol className="divide-y border-y">
        {rows.slice(0, mostListed).map((row) => (
          <li key={row.row} className="py-3">
            <p className="font-semibold break-all">
              {row.email === '' ? t('imports.noAddress') : row.email}
            </p>
            <Became row={row} />
            <p className="text-muted text-sm">{t('imports.rowNumber', { row: row.row })}</p>
          </li>
        ))}
      </ol>
      {left > 0 && <p className="text-muted mt-3">{t('imports.moreRows', { count: left })}</p>}
    </section>
  );
}

function Became({ row: { outcome, name, role } }: { row: ImportRow }) {
  const t = useTranslations('memberships');
  if (outcome !== 'ready' && outcome !== 'sent') {
    return <p className="text-red break-words">{t(`imports.outcome_${outcome}`, { role })}</p>;
  }
  const known = memberRoles.find((one) => one === role) ?? 'member';
  const parts = [name, t(`roles.${known}`)].filter((part) => part !== '');
  return <p className="text-muted break-words">{parts.join(' · ')}</p>;
}
