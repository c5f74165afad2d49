import { getTranslations } from 'next-intl/server';
import { NotFoundScene } from '@/components/layout/not-found-scene';

export async function generateMetadata() {
  const t = await getTranslations('errors');
  return { title: t('notFoundTitle') };
}

export default function NotFound() {
  return <NotFoundScene />;
}
