'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { DetailsMenu } from '@/components/ui/details-menu';
import { weekdayName } from './weekday-names';
import { weekdays } from './window-rows';

/** Copies a weekday's hours to the days that are ticked. */
export function CopyDay({ day, onCopy }: { day: number; onCopy: (days: number[]) => void }) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const [days, setDays] = useState<number[]>([]);
  const box = useRef<HTMLFieldSetElement>(null);
  const others = weekdays.filter((candidate) => candidate !== day);

  function copy() {
    onCopy(days);
    setDays([]);
    const details = box.current?.closest('details');
    details?.removeAttribute('open');
    details?.querySelector('summary')?.focus();
  }

  return (
    <DetailsMenu
      label={t('copyOf', { weekday: weekdayName(day, locale) })}
      trigger={<span className="px-3 text-sm font-semibold">{t('copy')}</span>}
      panelClassName="w-64 px-4"
    >
      <fieldset ref={box} aria-label={t('copyTo')}>
        <p className="pt-2 text-sm font-semibold">{t('copyTo')}</p>
        {others.map((other) => (
          <Checkbox
            key={other}
            label={weekdayName(other, locale)}
            checked={days.includes(other)}
            onChange={(event) =>
              setDays(
                event.target.checked ? [...days, other] : days.filter((kept) => kept !== other),
              )
            }
          />
        ))}
        <div className="flex flex-wrap gap-2 py-2">
          <Button size="sm" onClick={copy} disabled={days.length === 0}>
            {t('copyNow')}
          </Button>
          <Button size="sm" variant="secondary" onClick={() => setDays(others)}>
            {t('allDays')}
          </Button>
        </div>
      </fieldset>
    </DetailsMenu>
  );
}
