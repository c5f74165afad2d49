import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';

/** All sessions of a batch as one calendar file. */
export function CalendarLink({ batchId, wide }: { batchId: string; wide?: boolean }) {
  const t = useTranslations('batch');
  return (
    <a
      href={`/api/bookings/batches/${batchId}/calendar`}
      download
      className={buttonClass({ variant: 'secondary', wide })}
    >
      {t('addToCalendar')}
    </a>
  );
}
