import { getTranslations } from 'next-intl/server';
import type { NextRequest } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import { fileAnswer, signInForFile } from '@/app/api/files';
import { lineText } from '@/components/credits/line-text';
import { csvFile } from '@/kernel/csv';
import { loadStatement } from '@/lib/ledger/loaders';
import { statementDownload, statementPaths } from '@/lib/ledger/schema';

/** The whole statement of one of the viewer's accounts as a CSV file: `?account=user&organization=public&locale=fr`. */
export async function GET(request: NextRequest) {
  const query = statementDownload.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!query.success) return new Response(null, { status: 400 });
  const { account, organization, locale } = query.data;
  const loaded = await loadStatement({ kind: account, organization, page: 'all' });
  if (loaded.status === 'signed_out') return signInForFile(statementPaths[account], locale);
  if (loaded.status === 'not_a_mentor') return new Response(null, { status: 403 });
  const t = await getTranslations({ locale, namespace: 'credits' });
  const { statement, timeZone } = loaded;
  const rows = statement.lines.map((line) => {
    const { title, detail, reference } = lineText(line, t, locale);
    const at = Temporal.Instant.fromEpochMilliseconds(line.at).toZonedDateTimeISO(timeZone);
    return [at, title, detail, reference, line.amount, line.balanceAfter];
  });
  const columns = (['what', 'detail', 'reference', 'amount', 'balance'] as const).map((name) =>
    t(`column_${name}`),
  );
  const csv = csvFile([[t('column_at', { timeZone }), ...columns], ...rows], locale);
  return fileAnswer(csv, { type: 'text/csv', name: `baobab-${account}.csv` });
}
