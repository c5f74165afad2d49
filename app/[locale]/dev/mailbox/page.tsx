import { getLocale, getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MessageList } from '@/components/mailbox/message-list';
import { RecipientFilter } from '@/components/mailbox/recipient-filter';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { loadMailbox } from '@/lib/mailbox/loaders';
import { getPageTimeZone } from '@/lib/auth/session';

export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mailbox');
  return { title: t('title'), robots: { index: false } };
}

/** Every mail that would have been sent; it exists only where no mail provider is configured. */
export default async function MailboxPage({ searchParams }: PageProps<'/[locale]/dev/mailbox'>) {
  const { to } = await searchParams;
  const mailbox = await loadMailbox({ to });
  if (!mailbox) notFound();
  const [t, locale, timeZone] = await Promise.all([
    getTranslations('mailbox'),
    getLocale(),
    getPageTimeZone(),
  ]);
  return (
    <div className="page-width pb-16">
      <PageHeader title={t('title')} description={t('description')} />
      <RecipientFilter recipientEmail={mailbox.recipientEmail} />
      {mailbox.messages.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <MessageList messages={mailbox.messages} place={{ locale, timeZone }} />
      )}
    </div>
  );
}
