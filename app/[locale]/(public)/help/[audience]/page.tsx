import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { HelpPage } from '@/components/help/help-page';
import { helpPath } from '@/components/help/topics';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { sharedMetadata } from '@/i18n/alternates';
import { env } from '@/kernel/env';

export const instant = false;

type Props = PageProps<'/[locale]/help/[audience]'>;

async function audienceOf(params: Props['params']) {
  const { audience } = await params;
  return audience === 'mentors' || audience === 'admins' ? audience : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [audience, t] = await Promise.all([audienceOf(params), getTranslations('help')]);
  if (!audience) return { robots: { index: false } };
  const card = { title: t(`title_${audience}`), description: t(`lead_${audience}`) };
  return { ...card, ...(await sharedMetadata(helpPath(audience), card)) };
}

export default async function AudienceHelpPage({ params }: Props) {
  await connection();
  const audience = await audienceOf(params);
  if (!audience) return <NotFoundScene />;
  return <HelpPage audience={audience} supportEmail={env.SUPPORT_EMAIL ?? null} />;
}
