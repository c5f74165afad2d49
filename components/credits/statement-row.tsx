import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time';
import { Link } from '@/i18n/navigation';
import type { StatementLine } from '@/lib/ledger/schema';
import { formatDateTime } from '@/kernel/time/format';
import { DOT } from '@/kernel/dot';
import { lineText } from './line-text';

/** One movement: what it was, when, how much, and what was there afterwards. */
export function StatementRow({ line, timeZone }: { line: StatementLine; timeZone: string }) {
  const t = useTranslations('credits');
  const locale = useLocale();
  const format = useFormatter();
  const { title, detail, reference } = lineText(line, t, locale);
  const at = formatDateTime(line.at, { locale, timeZone }, { withYear: true });
  return (
    <li className="relative flex items-start justify-between gap-4 py-4">
      <div className="min-w-0">
        <p className="font-semibold">
          {line.booking ? (
            // The whole line leads there.
            <Link
              href={`/bookings/${line.booking.id}`}
              prefetch={false}
              className="text-link after:absolute after:inset-0"
            >
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        {detail !== '' && <p className="text-muted break-words">{detail}</p>}
        <p className="text-muted text-sm first-letter:uppercase">
          <Time at={line.at}>{at}</Time>
          {reference !== '' && DOT}
          {reference !== '' && <span className="whitespace-nowrap">{reference}</span>}
        </p>
      </div>
      <p className="shrink-0 text-right tabular-nums">
        <span className={line.amount > 0 ? 'text-green font-semibold' : 'font-semibold'}>
          {format.number(line.amount, { signDisplay: 'always' })}
        </span>
        <span className="text-muted block text-sm">
          {t('after', { balance: line.balanceAfter })}
        </span>
      </p>
    </li>
  );
}
