import { useLocale, useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';
import { Link } from '@/i18n/navigation';
import { availabilityPath } from '@/lib/availability/constants';
import type { AvailabilityView } from '@/lib/availability/schema/availability';
import { formatDateTime } from '@/kernel/time/format';
import { RemoveTimeOff } from './remove-time-off';

/** Time off that is not over. */
export function TimeOffList({
  timeOff,
  timeZone,
}: {
  timeOff: AvailabilityView['timeOff'];
  timeZone: string;
}) {
  const t = useTranslations('availability');
  const place = { locale: useLocale(), timeZone };
  if (timeOff.length === 0) return null;
  return (
    <ul className="mb-6 divide-y border-y">
      {timeOff.map(({ id, start, end, note }) => {
        const span = t('offSpan', {
          from: formatDateTime(start, place, { withYear: true }),
          to: formatDateTime(end, place, { withYear: true }),
        });
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <span className="min-w-0 flex-1 basis-60">
              <span className="block font-medium">{span}</span>
              {note && <span className="text-muted block text-sm">{note}</span>}
            </span>
            <Link
              href={`${availabilityPath}?off=${id}#time-off`}
              aria-label={t('changeOffOf', { span })}
              className={buttonClass({ variant: 'ghost', size: 'sm' })}
            >
              {t('changeOff')}
            </Link>
            <RemoveTimeOff id={id} label={t('removeOffOf', { span })} />
          </li>
        );
      })}
    </ul>
  );
}
