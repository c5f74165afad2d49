import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { HelpPage } from '@/components/help/help-page';
import { sharedMetadata } from '@/i18n/alternates';
import { env } from '@/kernel/env';

export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('help');
  const card = { title: t('title'), description: t('lead_mentees') };
  return { ...card, ...(await sharedMetadata('/help', card)) };
}

export default async function MenteeHelpPage() {
  // Whom to write to is a setting of the server that runs.
  await connection();
  return <HelpPage audience="mentees" supportEmail={env.SUPPORT_EMAIL ?? null} />;
}
