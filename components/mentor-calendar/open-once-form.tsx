'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { openOnceAction } from '@/lib/availability/actions/open-once';
import { hoursOn, type OpenedDate, planOneOff } from '@/lib/availability/rules/one-off-window';
import { mostSeats } from '@/lib/availability/constants';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';
import { noonOf } from '@/kernel/time/calendar';
import { formatDay, localDay } from '@/kernel/time/format';

/** Opens the span once, and says first which hours its dates will then have. */
export function OpenOnceForm({
  texts,
  data,
  start,
  end,
  now,
  onSaved,
}: {
  /** Wall times of the mentor's zone, and the instants that they are. */
  texts: { from: string; to: string };
  data: CalendarData;
  start: number;
  end: number;
  now: number;
  onSaved: (news: string) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const most = Math.max(1, ...data.offers.map(({ capacity }) => capacity));
  const [seats, setSeats] = useState(() => {
    const usual = hoursOn(data.schedule, localDay(start, data.timeZone));
    const limits = usual.flatMap(({ capacity }) => capacity ?? []);
    return usual.length > 0 && limits.length === usual.length ? String(Math.max(...limits)) : '';
  });
  const dateWords = useDateWords();
  const form = useActionForm(openOnceAction, {
    onDone: ({ dates }) => onSaved(dates.map((date) => dateWords('opened', date)).join(' ')),
  });
  const typed = Math.trunc(Number(seats));
  const capacity = typed >= 1 ? Math.min(mostSeats, typed) : null;
  const plan = planOneOff(data.schedule, { start, end, capacity, now });

  return (
    <ActionForm
      form={form}
      fields={{ ...texts, capacity: capacity ?? '' }}
      className="flex flex-col gap-4"
    >
      {most > 1 && (
        <TextField
          type="number"
          label={t('seats')}
          description={t('seatsHint')}
          min={1}
          max={mostSeats}
          value={seats}
          onChange={(event) => setSeats(event.target.value)}
        />
      )}
      <div aria-live="polite" className="bg-sunken rounded-md px-4 py-3 text-sm">
        {plan.ok ? (
          <ul className="flex flex-col gap-1">
            {plan.value.map((date) => (
              <li key={date.date}>{dateWords('willOpen', date)}</li>
            ))}
          </ul>
        ) : (
          t(`refused_${plan.reason}`)
        )}
      </div>
      <RefusedAlert state={form.state} words={({ reason }) => t(`refused_${reason}`)} />
      {plan.ok && <SubmitButton>{t('saveOpen')}</SubmitButton>}
    </ActionForm>
  );
}

function useDateWords() {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  return (key: 'willOpen' | 'opened', { date, hours }: OpenedDate) => {
    const ranges = hours.map(({ start, end, capacity }) =>
      t('openRange', { start, end, seats: capacity ?? 0 }),
    );
    return t(key, {
      day: formatDay(noonOf(date), { locale, timeZone: 'UTC' }),
      hours: new Intl.ListFormat(locale).format(ranges),
    });
  };
}
