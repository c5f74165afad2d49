import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { noonOf } from '@/kernel/time/calendar';
import { formatDay } from '@/kernel/time/format';
import { written } from '@/components/ui/written';

/** In place of the times, while a mentor takes no bookings or offers nothing. */
export function AwayNotice({
  name,
  message,
  resumesOn,
  writtenIn,
  offersNothing,
}: {
  name: string;
  message: string;
  /** The local day on which bookings are taken again; null: not known. */
  resumesOn: string | null;
  writtenIn: string;
  offersNothing: boolean;
}) {
  const t = useTranslations('mentorPage');
  const locale = useLocale();
  const day = resumesOn === null ? null : formatDay(noonOf(resumesOn), { locale, timeZone: 'UTC' });
  return (
    <>
      <Alert
        tone="info"
        title={
          offersNothing
            ? undefined
            : day === null
              ? t('awayHeading', { name })
              : t('awayUntilHeading', { name, day })
        }
        actions={
          <ButtonLink href="/mentors" variant="secondary" size="sm">
            {t('otherMentors')}
          </ButtonLink>
        }
      >
        {message !== '' && (
          <p className="mt-1" {...written(writtenIn)}>
            {message}
          </p>
        )}
        <p className="mt-1">
          {offersNothing
            ? t('offersNothing', { name })
            : t(day === null ? 'awayText' : 'awayUntilText')}
        </p>
      </Alert>
    </>
  );
}
