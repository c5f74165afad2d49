import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { ImportRows } from '@/components/memberships/import-rows';
import { SendImportForm, type SendState } from '@/components/memberships/send-import-form';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { adminPath } from '@/domain/organizations';
import { formatDateTime } from '@/kernel/time/format';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { readFlash } from '@/lib/action-kit/flash';
import { loadImport } from '@/lib/memberships/loaders/invitations';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('memberships');
  return { title: t('imports.title'), robots: { index: false } };
}

/** Whom a file invites, row by row: before they are written to with the button that does, and afterwards. */
export default async function ImportPage({
  params,
  searchParams,
}: PageProps<'/[locale]/o/[organization]/admin/invitations/[id]'>) {
  const [{ organization: slug, id }, query, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations('memberships'),
  ]);
  const [found, first] = await Promise.all([
    loadImport(slug, id),
    readFlash<SendState>('send-import', query.flash),
  ]);
  const list = adminPath(slug, 'invitations');
  if (found.status === 'signed_out') {
    const isPlain = (await getBrowserZones()).device === null;
    return <SignInFirst next={`${list}/${id}`} isPlain={isPlain} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { organization, report, timeZone } = found;
  const { rows, sentAt, fileName, actorName } = report;
  const those = rows.filter(({ outcome }) => outcome === 'ready' || outcome === 'sent');
  const out = rows.filter((row) => !those.includes(row));
  const count = those.length;
  const refusedRows = `/api/invitation-imports/${id}?${new URLSearchParams({ organization: slug, locale }).toString()}`;
  const sums = sentAt === null ? 'imports.sumReady' : 'imports.sumSent';
  return (
    <div className="max-w-prose">
      <Breadcrumb items={[{ label: t('invitations.title'), href: list }, { label: fileName }]} />
      <h1 className="mt-2 text-3xl sm:text-4xl">
        {t(sentAt === null ? 'imports.draftTitle' : 'imports.sentTitle')}
      </h1>
      <p className="text-muted mt-2 mb-6 text-lg break-words">
        {t('imports.lead', { file: fileName, organization: organization.name })}
      </p>
      <div className="flex flex-col gap-8">
        {query.sent !== undefined && sentAt !== null && (
          <ArrivalAlert key={id} tone="success" title={t('imports.sentTitle')}>
            {t('imports.sentText')}
          </ArrivalAlert>
        )}
        <Card isRaised className="flex flex-col gap-4">
          <div>
            <p className="text-lg font-semibold">{t(sums, { count })}</p>
            {out.length > 0 && count > 0 && (
              <p className="text-red">{t('imports.leftOut', { count: out.length })}</p>
            )}
            {sentAt !== null && (
              <p className="text-muted text-sm">
                {t('imports.by', {
                  name: actorName ?? t('someone'),
                  when: formatDateTime(sentAt, { locale, timeZone }, { withYear: true }),
                })}
              </p>
            )}
          </div>
          {sentAt === null && count > 0 && (
            <MessagesProvider namespaces={['memberships']}>
              <SendImportForm importId={id} organization={slug} count={count} first={first} />
            </MessagesProvider>
          )}
          {sentAt === null && count === 0 && (
            <div>
              <ButtonLink href={list}>{t('imports.another')}</ButtonLink>
            </div>
          )}
        </Card>
        <ImportRows title={t('imports.rowsOut')} rows={out}>
          <a href={refusedRows} download className="text-link inline-flex min-h-11 items-center">
            {t('imports.download')}
          </a>
        </ImportRows>
        <ImportRows
          title={t(sentAt === null ? 'imports.rowsReady' : 'imports.rowsSent')}
          rows={those}
        />
      </div>
    </div>
  );
}
