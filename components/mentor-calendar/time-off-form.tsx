'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { drawTimeOffAction } from '@/lib/availability/actions/time-off';
import { refusalWords } from './refusal-words';
import { useDeed } from './use-deed';

/** Takes the span off. */
export function TimeOffForm({
  texts,
  onSaved,
}: {
  /** Wall times of the mentor's zone. */
  texts: { from: string; to: string };
  onSaved: (news: string) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const { state, isPending, run } = useDeed(drawTimeOffAction, () => onSaved(t('timeOffSaved')));
  const refusal = refusalWords(state, t);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    run(new FormData(event.currentTarget));
  }

  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={texts.from} />
      <input type="hidden" name="to" value={texts.to} />
      <TextField name="note" label={t('note')} maxLength={200} />
      {refusal !== null && <Alert tone="danger">{refusal}</Alert>}
      <Button type="submit" isPending={isPending}>
        {t('saveTimeOff')}
      </Button>
    </form>
  );
}
