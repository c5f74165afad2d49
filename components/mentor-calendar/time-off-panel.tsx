'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { buttonClass } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { written } from '@/components/ui/written';
import { removeTimeOffAction } from '@/lib/availability/actions/time-off';
import type { CalendarTimeOff } from '@/lib/bookings/schema/mentor-calendar';
import { formatDateTime } from '@/kernel/time/format';
import { ChangeTimeOffForm } from './time-off-form';
import { wallTime } from './wall-time';

/** Time off, to change or to take back. */
export function TimeOffPanel({
  timeOff,
  timeZone,
  onRemoved,
  onChanged,
}: {
  timeOff: CalendarTimeOff;
  timeZone: string;
  onRemoved: () => void;
  onChanged: (news: string) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const form = useActionForm(removeTimeOffAction, { onDone: onRemoved });
  const place = { locale, timeZone };

  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">{t('from')}</dt>
        <dd>{formatDateTime(timeOff.startsAt, place)}</dd>
        <dt className="text-muted">{t('to')}</dt>
        <dd>{formatDateTime(timeOff.endsAt, place)}</dd>
      </dl>
      {timeOff.note !== '' && (
        <p className="whitespace-pre-line" {...written()}>
          {timeOff.note}
        </p>
      )}
      <details>
        <summary className={buttonClass({ variant: 'secondary', wide: true })}>
          {t('changeTimeOff')}
        </summary>
        <div className="pt-3">
          <ChangeTimeOffForm
            id={timeOff.id}
            from={wallTime(timeOff.startsAt, timeZone)}
            to={wallTime(timeOff.endsAt, timeZone)}
            note={timeOff.note}
            onSaved={onChanged}
          />
        </div>
      </details>
      <ActionForm
        form={form}
        path="/mentor/calendar"
        fields={{ id: timeOff.id, stay: 'yes' }}
        className="flex flex-col gap-4"
      >
        <RefusedAlert state={form.state} words={({ reason }) => t(`refused_${reason}`)} />
        <SubmitButton variant="danger" wide>
          {t('removeTimeOff')}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
