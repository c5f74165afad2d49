import { getLocale, getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MessageView } from '@/components/mailbox/message-view';
import { loadMailboxMessage } from '@/lib/mailbox/loaders';
import { getPageTimeZone } from '@/lib/auth/session';

export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mailbox');
  return { title: t('title'), robots: { index: false } };
}

export default async function MailboxMessagePage({
  params,
}: PageProps<'/[locale]/dev/mailbox/[id]'>) {
  const { id } = await params;
  const message = await loadMailboxMessage({ id });
  if (!message) notFound();
  const [locale, timeZone] = await Promise.all([getLocale(), getPageTimeZone()]);
  return <MessageView message={message} place={{ locale, timeZone }} />;
}
