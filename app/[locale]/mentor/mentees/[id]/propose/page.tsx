import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProposePage } from '../../../propose-page';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('proposals');
  return { title: t('proposeTitle'), robots: { index: false } };
}

/** A mentor proposes a session to somebody who has booked them before. */
export default async function ProposeToMenteePage({
  params,
  searchParams,
}: PageProps<'/[locale]/mentor/mentees/[id]/propose'>) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return <ProposePage page={`/mentor/mentees/${id}/propose`} menteeId={id} query={query} />;
}
