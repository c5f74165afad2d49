'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { WindowRow } from '@/lib/availability/schema/posted-rows';
import { presetRows } from './window-rows';

const workdays = [1, 2, 3, 4, 5];
const presets = [
  { name: 'presetWorkdays', days: workdays, hours: { start: '09:00', end: '17:00' } },
  { name: 'presetEvenings', days: workdays, hours: { start: '18:00', end: '21:00' } },
  { name: 'presetWeekend', days: [6, 7], hours: { start: '10:00', end: '16:00' } },
  { name: 'presetNone', days: [], hours: { start: '', end: '' } },
] as const;

/** Whole weeks to begin with. Nothing is saved by picking one. */
export function WeekPresets({
  newKey,
  onPick,
}: {
  newKey: () => string;
  onPick: (rows: WindowRow[]) => void;
}) {
  const t = useTranslations('availability');
  return (
    <fieldset aria-label={t('presets')} className="mb-4 flex flex-wrap gap-2 noscript:hidden">
      {presets.map(({ name, days, hours }) => (
        <Button
          key={name}
          variant="secondary"
          size="sm"
          onClick={() => onPick(presetRows(days, hours, newKey))}
        >
          {t(name)}
        </Button>
      ))}
    </fieldset>
  );
}
