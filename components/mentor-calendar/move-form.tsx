'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-style';
import { TextField } from '@/components/ui/text-field';
import { timeZoneCity } from '@/kernel/time/format';
import { instantOfWallTime, wallTime } from './wall-time';

/** Where a session is to go: dragging, for the keyboard and for far-away dates. */
export function MoveForm({
  start,
  timeZone,
  onMove,
}: {
  /** Epoch milliseconds. */
  start: number;
  timeZone: string;
  onMove: (start: number) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const moving = useTranslations('moving.refusals');
  const [error, setError] = useState<string>();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('startsAt');
    const to = typeof text === 'string' ? instantOfWallTime(text, timeZone) : null;
    if (to === null) setError(t('refused_not_a_time'));
    else if (to === start) setError(moving('same_time'));
    else onMove(to);
  }

  return (
    <details>
      <summary className={buttonClass({ variant: 'secondary', wide: true })}>
        {t('moveTitle')}
      </summary>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-3 pt-3">
        <TextField
          type="datetime-local"
          name="startsAt"
          label={t('moveTo')}
          description={t('moveHint', { zone: timeZoneCity({ locale, timeZone }) })}
          defaultValue={wallTime(start, timeZone)}
          error={error}
        />
        <Button type="submit" variant="secondary">
          {t('moveContinue')}
        </Button>
      </form>
    </details>
  );
}
