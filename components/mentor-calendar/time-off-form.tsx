'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition, type FormEvent } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { drawTimeOffAction } from '@/lib/availability/actions/time-off';
import { timeZoneCity } from '@/lib/time/format';
import { refusalWords } from './refusal-words';
import { wallTime } from './wall-time';

/** Takes a span off: drawn in the grid, or typed. */
export function TimeOffForm({
  from,
  to,
  timeZone,
  onSaved,
}: {
  /** Epoch milliseconds. */
  from: number;
  to: number;
  timeZone: string;
  onSaved: () => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      try {
        const answer = await drawTimeOffAction({ status: 'idle' }, form);
        const words = refusalWords(answer, t);
        setRefusal(words);
        if (words === null) onSaved();
      } catch {
        setRefusal(t('failed'));
      }
    });
  }

  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <p className="text-muted">{t('timeOffHint', { zone: timeZoneCity({ locale, timeZone }) })}</p>
      <input type="hidden" name="locale" value={locale} />
      <TextField
        type="datetime-local"
        name="from"
        label={t('start')}
        defaultValue={wallTime(from, timeZone)}
      />
      <TextField
        type="datetime-local"
        name="to"
        label={t('end')}
        defaultValue={wallTime(to, timeZone)}
      />
      <TextField name="note" label={t('note')} maxLength={200} />
      {refusal !== null && <Alert tone="danger">{refusal}</Alert>}
      <Button type="submit" isPending={isPending}>
        {t('saveTimeOff')}
      </Button>
    </form>
  );
}
