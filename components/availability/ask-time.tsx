'use client';

import { useTranslations } from 'next-intl';
import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { typedInstant } from '@/lib/availability/rules/preview';
import type { Day } from '@/kernel/time/calendar';

/** "Why not at …?": any time of the day, also where the windows begin no slot. */
export function AskTime({
  day,
  timeZone,
  onAsk,
}: {
  day: Day;
  timeZone: string;
  onAsk: (start: number) => void;
}) {
  const t = useTranslations('availability');
  const [time, setTime] = useState('');

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const start = typedInstant(day, time.slice(0, 5), timeZone);
    if (start !== null) onAsk(start);
  }

  return (
    <form onSubmit={onSubmit} className="mt-4 flex items-end gap-2 border-t pt-4 noscript:hidden">
      <div className="min-w-0 flex-1">
        <TextField
          label={t('askTime')}
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <Button type="submit" variant="secondary">
        {t('ask')}
      </Button>
    </form>
  );
}
