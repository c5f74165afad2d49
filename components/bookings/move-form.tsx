'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { moveBookingAction } from '@/lib/bookings/actions/move-booking';
import { formatDateTime } from '@/lib/time/format';
import { FormOrigin } from './form-origin';

export type MoveState = Awaited<ReturnType<typeof moveBookingAction>>;

const known = [
  'nothing_chosen',
  'in_past',
  'same_time',
  'too_late',
  'slot_taken',
  'not_offered',
  'overlaps_yours',
  'mentee_busy',
  'not_taking_bookings',
  'already_started',
  'expired',
] as const;

/** The form around the choice of another time. A refusal keeps it, and offers the nearest free ones. */
export function MoveForm({
  bookingId,
  timeZone,
  first,
  children,
}: {
  bookingId: string;
  /** Of the times that are offered instead. */
  timeZone: string;
  /** What a post without script left. */
  first: MoveState;
  /** The fields. */
  children: ReactNode;
}) {
  const t = useTranslations('moving');
  const words = useTranslations('bookingPage');
  const locale = useLocale();
  const [state, action] = useActionState(moveBookingAction, first);
  const isLimited = state.status === 'refused' && state.reason === 'rate_limited';
  const alternatives =
    state.status === 'refused' && state.reason !== 'rate_limited' ? state.data.alternatives : [];
  return (
    <form action={action} className="flex flex-col gap-6">
      <FormOrigin locale={locale} path={`/bookings/${bookingId}/move`} />
      <input type="hidden" name="bookingId" value={bookingId} />
      {state.status === 'refused' && (
        <Alert tone="warning" title={words('refusedTitle')}>
          <p>
            {isLimited
              ? words('refused_rate_limited', {
                  minutes: Math.ceil(state.data.retryAfterSeconds / 60),
                })
              : t(`refused_${known.find((code) => code === state.reason) ?? 'other'}`)}
          </p>
          {alternatives.length > 0 && (
            <div className="mt-3 flex flex-wrap gap-2">
              {alternatives.map((start) => (
                <SubmitButton
                  key={start}
                  name="alternative"
                  // No time of the choice below needs to be picked as well.
                  formNoValidate
                  value={new Date(start).toISOString().replace(/:\d\d\.\d+Z$/, 'Z')}
                  variant="secondary"
                >
                  {formatDateTime(start, { locale, timeZone })}
                </SubmitButton>
              ))}
            </div>
          )}
        </Alert>
      )}
      {children}
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('submit')}</SubmitButton>
        <ButtonLink href={`/bookings/${bookingId}`} variant="secondary">
          {t('keep')}
        </ButtonLink>
      </div>
    </form>
  );
}
