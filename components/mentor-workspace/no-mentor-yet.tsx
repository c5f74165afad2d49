import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

/**
 * What a page of the workspace shows to somebody who does not mentor yet. It does not redirect: the
 * browser's router keeps the page that it was sent away from, and would be sent away from it again
 * once they do mentor.
 */
export function NoMentorYet() {
  const t = useTranslations('workspace');
  return (
    <div className="pt-8">
      <EmptyState
        headingLevel="h1"
        title={t('noMentorTitle')}
        actions={<ButtonLink href="/mentor/profile">{t('noMentorAction')}</ButtonLink>}
      >
        {t('noMentorText')}
      </EmptyState>
    </div>
  );
}
