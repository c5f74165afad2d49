import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';

/** The link that somebody came by is no service's, or no longer: below is what everybody can book. */
export function LinkVoid({ name }: { name: string }) {
  const t = useTranslations('mentorPage');
  return (
    <div className="mb-6">
      <Alert tone="warning" title={t('linkVoidTitle')}>
        {t('linkVoidText', { name })}
      </Alert>
    </div>
  );
}
