import { stringify } from 'csv-stringify/sync';
import { getTranslations } from 'next-intl/server';
import type { NextRequest } from 'next/server';
import { lineText } from '@/components/credits/line-text';
import { loadStatement } from '@/lib/ledger/loaders';
import { statementDownload } from '@/lib/ledger/schema';

/** The whole statement of one of the viewer's accounts as a CSV file: `?account=user&locale=fr`. */
export async function GET(request: NextRequest) {
  const query = statementDownload.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!query.success) return new Response(null, { status: 400 });
  const { account, locale } = query.data;
  const loaded = await loadStatement({ kind: account, page: 'all' });
  if (loaded.status === 'signed_out') return new Response(null, { status: 401 });
  if (loaded.status === 'not_a_mentor') return new Response(null, { status: 403 });
  const t = await getTranslations({ locale, namespace: 'credits' });
  const rows = loaded.statement.lines.map((line) => {
    const { title, detail, reference } = lineText(line, t, locale);
    return [
      new Date(line.at).toISOString(),
      title,
      detail,
      reference,
      line.amount,
      line.balanceAfter,
    ];
  });
  const columns = (['at', 'what', 'detail', 'reference', 'amount', 'balance'] as const).map(
    (name) => t(`column_${name}`),
  );
  // With a byte order mark, by which spreadsheets know UTF-8; and nothing that they would run.
  const csv = stringify([columns, ...rows], { bom: true, escape_formulas: true });
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="baobab-${account}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
