import { useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { Alert } from '@/components/ui/alert';
import { PackButtons, type TopUpState } from './pack-buttons';

/** Where credits are bought, and what has been paid for and is not there yet. */
export function TopUpPanel({
  packs,
  pending,
  first,
}: {
  packs: { credits: number; price: string }[];
  pending: { id: string; credits: number }[];
  first: TopUpState;
}) {
  const t = useTranslations('topUps');
  return (
    <section aria-labelledby="top-up" className="flex flex-col gap-4">
      <h2 id="top-up" className="text-2xl">
        {t('heading')}
      </h2>
      {pending.map(({ id, credits }) => (
        <Alert key={id} title={t('returned_pending', { count: credits })}>
          {t('returnedText_pending')}
        </Alert>
      ))}
      <MessagesProvider namespaces={['topUps']}>
        <PackButtons packs={packs} first={first} />
      </MessagesProvider>
      <p className="text-muted text-sm">{t('howItWorks')}</p>
    </section>
  );
}
