'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { slotText } from '@/components/slots/booking-address';
import { SubmitButton } from '@/components/ui/submit-button';
import { useRouter } from '@/i18n/router';
import { submittedValue } from '@/components/forms/submitted-value';
import { moveBookingAction, moveByLinkAction } from '@/lib/bookings/actions/move-booking';
import { formatDayShort, formatTime } from '@/kernel/time/format';
import type { ActVia } from './act-via';
import { MoveRefused, type MoveState } from './move-refused';

/** The one button that moves a mentee's session to the time they chose. */
export function MoveForm({
  via,
  until,
  first,
  slot,
  from,
  mentorName,
  timeZone,
}: {
  via: ActVia;
  until: number | null;
  first: MoveState;
  /** Epoch milliseconds; null while nothing is chosen. */
  slot: number | null;
  /** The page that it stands on, with what is chosen; without its language. */
  from: string;
  mentorName: string;
  timeZone: string;
}) {
  const t = useTranslations('moving');
  const locale = useLocale();
  const router = useRouter();
  const form = useActionForm('token' in via ? moveByLinkAction : moveBookingAction, { first });
  const { state } = form;
  useEffect(() => {
    // What was refused is mostly a time that has gone: the calendar above must not offer it again.
    if (state.status === 'refused') router.refresh();
  }, [state, router]);
  const startsAt = slot === null ? submittedValue(state, 'startsAt') : slotText(slot);
  return (
    <ActionForm
      form={form}
      path={from}
      fields={startsAt === '' ? via : { ...via, startsAt }}
      className="mt-5 flex flex-col gap-4"
    >
      <MoveRefused state={state} until={until} timeZone={timeZone} />
      {slot === null ? (
        <p className="bg-sunken text-muted rounded-md p-4 text-center font-semibold">
          {t('chooseTime')}
        </p>
      ) : (
        <>
          <SubmitButton size="lg" wide>
            {t('submit', {
              day: formatDayShort(slot, { locale, timeZone }),
              time: formatTime(slot, { locale, timeZone }),
            })}
          </SubmitButton>
          <p className="text-muted text-sm">{t('noticeToMentor', { name: mentorName })}</p>
        </>
      )}
    </ActionForm>
  );
}
