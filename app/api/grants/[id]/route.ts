import { getTranslations } from 'next-intl/server';
import type { NextRequest } from 'next/server';
import { fileAnswer, signInForFile } from '@/app/api/files';
import { csvFile } from '@/kernel/csv';
import { postedLocale } from '@/lib/action-kit/schema';
import { loadGrant } from '@/lib/grants/loaders';
import { faultOf } from '@/lib/grants/rules/amounts';
import { grantsPath } from '@/lib/grants/constants';

/** The rows of a file that are left out, as a file to correct and send again: `?locale=fr`. */
export async function GET(request: NextRequest, { params }: RouteContext<'/api/grants/[id]'>) {
  const { id } = await params;
  const locale = postedLocale.parse(request.nextUrl.searchParams.get('locale'));
  const found = await loadGrant(id);
  if (found.status === 'signed_out') {
    return signInForFile(`${grantsPath}/${encodeURIComponent(id)}`, locale);
  }
  if (found.status === 'missing') return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: 'grants' });
  const columns = (['email', 'credits', 'reason', 'problem', 'row'] as const).map((name) =>
    t(`column_${name}`),
  );
  const rows = found.grant.rows.flatMap((given) => {
    const fault = faultOf(given);
    const { email, credits, reason, row } = given;
    return fault ? [[email, credits, reason, t(`outcome_${fault}`), row]] : [];
  });
  return fileAnswer(csvFile([columns, ...rows], locale), {
    type: 'text/csv',
    name: 'baobab-credits.csv',
  });
}
