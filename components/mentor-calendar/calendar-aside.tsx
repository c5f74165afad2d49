'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';
import { CalendarLegend } from './calendar-legend';
import { SecondZone } from './second-zone';

/** What is looked up rarely, folded away: what the signs mean, how the grid is used, a second zone. */
export function CalendarAside({
  secondZone,
  onSecondZone,
}: {
  secondZone: string | null;
  onSecondZone: (zone: string | null) => void;
}) {
  const t = useTranslations('mentorCalendar');
  return (
    <details className="pt-4">
      <summary className={buttonClass({ variant: 'ghost', size: 'sm' })}>{t('aside')}</summary>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 pt-3">
        <CalendarLegend />
        <SecondZone zone={secondZone} onChange={onSecondZone} />
      </div>
      <p className="text-muted max-w-prose pt-4 text-sm">{t('help')}</p>
    </details>
  );
}
