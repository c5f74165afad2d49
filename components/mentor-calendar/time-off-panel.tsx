'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { removeTimeOffAction } from '@/lib/availability/actions/time-off';
import type { CalendarTimeOff } from '@/lib/bookings/schema/mentor-calendar';
import { formatDateTime } from '@/kernel/time/format';
import { refusalWords } from './refusal-words';
import { useDeed } from './use-deed';

/** Time off, and the button that takes it back. */
export function TimeOffPanel({
  timeOff,
  timeZone,
  onRemoved,
}: {
  timeOff: CalendarTimeOff;
  timeZone: string;
  onRemoved: () => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const { state, isPending, run } = useDeed(removeTimeOffAction, onRemoved);
  const isGone = state.status === 'refused' && state.reason === 'not_found';
  const refusal = isGone ? t('timeOffGone') : refusalWords(state, t);
  const place = { locale, timeZone };

  function remove() {
    const form = new FormData();
    form.set('id', timeOff.id);
    form.set('locale', locale);
    form.set('stay', 'yes');
    run(form);
  }

  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">{t('from')}</dt>
        <dd>{formatDateTime(timeOff.startsAt, place)}</dd>
        <dt className="text-muted">{t('to')}</dt>
        <dd>{formatDateTime(timeOff.endsAt, place)}</dd>
      </dl>
      {timeOff.note !== '' && <p className="whitespace-pre-line">{timeOff.note}</p>}
      {refusal !== null && <Alert tone="danger">{refusal}</Alert>}
      <Button variant="danger" onClick={remove} isPending={isPending}>
        {t('removeTimeOff')}
      </Button>
    </div>
  );
}
