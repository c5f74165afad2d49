import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

/** A mailed link that shows nothing: because its session has begun, or because it was never ours. */
export function ManageEnded({ status }: { status: 'unknown' | 'expired' }) {
  const t = useTranslations('managing');
  return (
    <div className="page-width max-w-prose py-12">
      <EmptyState
        headingLevel="h1"
        title={t(`${status}Title`)}
        actions={<ButtonLink href="/bookings">{t('toBookings')}</ButtonLink>}
      >
        {t(`${status}Text`)}
      </EmptyState>
    </div>
  );
}
