import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

export function NotFoundScene() {
  const t = useTranslations('errors');
  return (
    <div className="page-width max-w-prose py-16">
      <EmptyState
        headingLevel="h1"
        title={t('notFoundTitle')}
        actions={
          <>
            <ButtonLink href="/mentors">{t('findMentor')}</ButtonLink>
            <ButtonLink href="/" variant="secondary">
              {t('backHome')}
            </ButtonLink>
          </>
        }
      >
        <p>{t('notFoundText')}</p>
      </EmptyState>
    </div>
  );
}
