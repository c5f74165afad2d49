import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';

/** In place of the times, while a mentor takes no bookings or offers nothing. */
export function AwayNotice({
  name,
  message,
  offersNothing,
}: {
  name: string;
  message: string;
  offersNothing: boolean;
}) {
  const t = useTranslations('mentorPage');
  return (
    <>
      <Alert
        tone="info"
        title={offersNothing ? undefined : t('awayHeading', { name })}
        actions={
          <ButtonLink href="/mentors" variant="secondary" size="sm">
            {t('otherMentors')}
          </ButtonLink>
        }
      >
        {message !== '' && <p className="mt-1">{message}</p>}
        <p className="mt-1">{offersNothing ? t('offersNothing', { name }) : t('awayText')}</p>
      </Alert>
    </>
  );
}
