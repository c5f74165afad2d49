import { getTranslations } from 'next-intl/server';
import type { NextRequest } from 'next/server';
import { fileAnswer, signInForFile } from '@/app/api/files';
import { csvFile } from '@/kernel/csv';
import { postedLocale } from '@/lib/action-kit/schema';
import { loadGrant } from '@/lib/grants/loaders';
import { faultOf } from '@/lib/grants/rules/amounts';
import { grantsPath } from '@/lib/grants/constants';

/** The rows of a file that are left out, as a file to correct and send again: `?organization=…&locale=fr`. */
export async function GET(request: NextRequest, { params }: RouteContext<'/api/grants/[id]'>) {
  const { id } = await params;
  const locale = postedLocale.parse(request.nextUrl.searchParams.get('locale'));
  const organization = request.nextUrl.searchParams.get('organization') ?? '';
  const found = await loadGrant(organization, id);
  if (found.status === 'signed_out') {
    const page = [organization, id].map(encodeURIComponent);
    return signInForFile(`${grantsPath(page[0] ?? '')}/${page[1]}`, locale);
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
