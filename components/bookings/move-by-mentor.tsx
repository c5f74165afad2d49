'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { submittedValue } from '@/components/forms/submitted-value';
import { moveBookingAction, moveByLinkAction } from '@/lib/bookings/actions/move-booking';
import { formatTime, localDay, timeZoneName } from '@/kernel/time/format';
import { type ActVia, pageVia } from './act-via';
import { MoveRefused, type MoveState } from './move-refused';

/** A mentor moves the whole session to any time that is free, inside their hours or not. */
export function MoveByMentor({
  via,
  names,
  startsAt,
  mentorTimeZone,
  isMentor,
  now,
  first,
}: {
  via: ActVia;
  /** Who moves along and hears of it. */
  names: string[];
  /** Of the session as it is, epoch milliseconds. */
  startsAt: number;
  /** What the clock shows there is what is written down. */
  mentorTimeZone: string;
  /** Else an admin does it for them. */
  isMentor: boolean;
  /** Epoch milliseconds. */
  now: number;
  first: MoveState;
}) {
  const t = useTranslations('moving');
  const locale = useLocale();
  const there = { locale, timeZone: mentorTimeZone };
  const form = useActionForm('token' in via ? moveByLinkAction : moveBookingAction, { first });
  const { state } = form;
  const wrong = (field: string) =>
    state.status === 'invalid' && state.errors[field] !== undefined ? t('fieldWrong') : undefined;
  const menteeNames = new Intl.ListFormat(locale).format(names);
  return (
    <ActionForm
      form={form}
      path={`${pageVia(via)}/move`}
      fields={via}
      className="flex flex-col gap-5"
    >
      <MoveRefused state={state} until={null} timeZone={mentorTimeZone} />
      <p>{t('noticeToMentees', { count: names.length, names: menteeNames })}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label={t('date')}
          name="date"
          type="date"
          required
          min={localDay(now, mentorTimeZone)}
          defaultValue={submittedValue(state, 'date') || localDay(startsAt, mentorTimeZone)}
          error={wrong('date')}
        />
        <TextField
          label={t('time')}
          name="time"
          type="time"
          required
          defaultValue={submittedValue(state, 'time') || wallTime(startsAt, mentorTimeZone)}
          error={wrong('time')}
        />
      </div>
      <p className="text-muted text-sm">
        {t(isMentor ? 'inYourZone' : 'inMentorsZone', { zone: timeZoneName(startsAt, there) })}{' '}
        {isMentor && t('anyTime')}
      </p>
      <SubmitButton size="lg" wide>
        {t('submitMentor', { count: names.length })}
      </SubmitButton>
    </ActionForm>
  );
}

/** "16:30", as a time field takes it in every language. */
function wallTime(at: number, timeZone: string): string {
  return formatTime(at, { locale: 'fr', timeZone });
}
