import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HelpLink } from '@/components/layout/help-link';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { ImportForm, type ImportState } from '@/components/memberships/import-form';
import { InvitationList } from '@/components/memberships/invitation-list';
import { LinkForm, type LinkState } from '@/components/memberships/link-form';
import { MailForm, type MailState } from '@/components/memberships/mail-form';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { adminPath } from '@/domain/organizations';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { readFlash } from '@/lib/action-kit/flash';
import { loadInvitations } from '@/lib/memberships/loaders/invitations';
import { invitationsPerPage, invitationsView } from '@/lib/memberships/schema';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('memberships');
  return { title: t('invitations.title'), robots: { index: false } };
}

/** The three ways to invite into an organization, and the invitations that are open. */
export default async function InvitationsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/o/[organization]/admin/invitations'>) {
  const [{ organization: slug }, query, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('memberships'),
  ]);
  const { page } = invitationsView.parse(query);
  const [found, link, mail, file] = await Promise.all([
    loadInvitations(slug, { page }),
    readFlash<LinkState>('make-invitation-link', query.flash),
    readFlash<MailState>('invite', query.flash),
    readFlash<ImportState>('draft-import', query.flash),
  ]);
  const path = adminPath(slug, 'invitations');
  if (found.status === 'signed_out') {
    return <SignInFirst next={path} isPlain={(await getBrowserZones()).device === null} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { organization, links, mails, total, roles, isForEverybody, timeZone } = found;
  return (
    <>
      <PageHeader
        title={t('invitations.title')}
        description={t('invitations.lead', { organization: organization.name })}
        actions={<HelpLink about="people" />}
      />
      <MessagesProvider namespaces={['memberships']}>
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
          <Card as="section" aria-labelledby="by-mail">
            <h2 id="by-mail" className="mb-4 text-2xl">
              {t('invitations.mailTitle')}
            </h2>
            <MailForm organization={organization} roles={roles} first={mail} />
          </Card>
          {!isForEverybody && (
            <Card as="section" aria-labelledby="by-link">
              <h2 id="by-link" className="mb-2 text-2xl">
                {t('invitations.linkTitle')}
              </h2>
              <p className="text-muted mb-4">{t('invitations.linkLead')}</p>
              <LinkForm organization={organization} first={link} />
            </Card>
          )}
          <Card as="section" aria-labelledby="from-file">
            <h2 id="from-file" className="mb-4 text-2xl">
              {t('invitations.fileTitle')}
            </h2>
            <ImportForm organization={organization} requestId={randomUUID()} first={file} />
          </Card>
        </div>
      </MessagesProvider>
      <div className="mt-12 flex max-w-prose flex-col gap-10">
        {links.length > 0 && (
          <section aria-labelledby="links">
            <h2 id="links" className="mb-4 text-2xl">
              {t('invitations.linksTitle')}
            </h2>
            <InvitationList invitations={links} {...{ organization, timeZone }} />
          </section>
        )}
        <section aria-labelledby="mails">
          <h2 id="mails" className="mb-4 text-2xl">
            {t('invitations.mailsTitle')}
          </h2>
          {mails.length === 0 ? (
            <EmptyState headingLevel="h3" title={t('invitations.noneTitle')}>
              {t('invitations.noneText')}
            </EmptyState>
          ) : (
            <div className="flex flex-col gap-5">
              <InvitationList invitations={mails} {...{ organization, timeZone }} />
              <Pagination
                page={page}
                pageCount={Math.ceil(total / invitationsPerPage)}
                hrefFor={(number) => (number === 1 ? path : `${path}?page=${number}`)}
              />
            </div>
          )}
        </section>
      </div>
    </>
  );
}
