import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { calendarsPath } from '@/domain/external-calendars';

/** The way from a mentor's availability to their calendars elsewhere. */
export function CalendarsLink() {
  const t = useTranslations('externalCalendars');
  return (
    <Card as="section">
      <h2 className="text-2xl">{t('linkTitle')}</h2>
      <p className="text-muted mt-1 mb-5 max-w-prose text-sm">{t('linkText')}</p>
      <ButtonLink href={calendarsPath} variant="secondary">
        {t('link')}
      </ButtonLink>
    </Card>
  );
}
