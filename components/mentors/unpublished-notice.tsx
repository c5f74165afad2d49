import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';

/** On a mentor's own page, while nobody else sees it. */
export function UnpublishedNotice() {
  const t = useTranslations('mentorPage');
  return (
    <div className="mb-6">
      <Alert
        tone="info"
        title={t('unpublished')}
        actions={
          <ButtonLink href="/mentor/profile" variant="secondary" size="sm">
            {t('toProfile')}
          </ButtonLink>
        }
      >
        {t('unpublishedText')}
      </Alert>
    </div>
  );
}
