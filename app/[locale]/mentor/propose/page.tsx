import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProposePage } from '../propose-page';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('proposals');
  return { title: t('proposeTitle'), robots: { index: false } };
}

/** A mentor proposes a session to an address. */
export default async function ProposeToAddressPage({
  searchParams,
}: PageProps<'/[locale]/mentor/propose'>) {
  return <ProposePage page="/mentor/propose" menteeId={null} query={await searchParams} />;
}
