import { getTranslations } from 'next-intl/server';
import type { NextRequest } from 'next/server';
import { fileAnswer, signInForFile } from '@/app/api/files';
import { adminPath } from '@/domain/organizations';
import { csvFile } from '@/kernel/csv';
import { postedLocale } from '@/lib/action-kit/schema';
import { loadImport } from '@/lib/memberships/loaders/invitations';

/** The rows of a file that are left out, as a file to correct and send again: `?organization=slug&locale=fr`. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/api/invitation-imports/[id]'>,
) {
  const { id } = await params;
  const query = request.nextUrl.searchParams;
  const locale = postedLocale.parse(query.get('locale'));
  const slug = query.get('organization') ?? '';
  const found = await loadImport(slug, id);
  if (found.status === 'signed_out') {
    const path = adminPath(encodeURIComponent(slug), 'invitations');
    return signInForFile(`${path}/${encodeURIComponent(id)}`, locale);
  }
  if (found.status === 'missing') return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: 'memberships' });
  const columns = (['email', 'name', 'role', 'problem', 'row'] as const).map((name) =>
    t(`imports.column_${name}`),
  );
  const rows = found.report.rows.flatMap(({ outcome, email, name, role, row }) =>
    outcome === 'ready' || outcome === 'sent'
      ? []
      : [[email, name, role, t(`imports.outcome_${outcome}`, { role }), row]],
  );
  return fileAnswer(csvFile([columns, ...rows], locale), {
    type: 'text/csv',
    name: 'baobab-invitations.csv',
  });
}
