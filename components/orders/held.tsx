'use client';

import { useTranslations } from 'next-intl';
import { useActionForm } from '@/components/forms/use-action-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { stepsAddress } from '@/components/slots/booking-address';
import { mailHoldAction } from '@/lib/orders/actions/mail-hold';
import type { OrderedBooking } from '@/lib/orders/schema/order';
import type { Answered } from '@/lib/orders/schema/order-form';
import { HoldMail } from './hold-mail';
import type { OrderProps } from './order-form';
import { useHoldState } from './use-hold-state';

/** A hold that waits for its visitor: the mail, the time that is left, and what has become of it. */
export function Held({
  booking: { bookingId, expiresAt },
  hold: madeFor,
  order,
}: {
  booking: OrderedBooking;
  hold: NonNullable<Answered['hold']>;
  order: OrderProps;
}) {
  const t = useTranslations('booking');
  const form = useActionForm(mailHoldAction);
  const hold = (form.state.status === 'ok' && form.state.value.hold) || madeFor;
  const until = expiresAt ?? order.now;
  const { state, now } = useHoldState({ bookingId, requestId: hold.requestId, expiresAt: until });
  if (state === 'held') return <HoldMail {...{ hold, form, now, order }} expiresAt={until} />;
  return state === 'over' ? (
    <Alert
      tone="warning"
      title={t('refusals.hold_over.title')}
      actions={
        <ButtonLink
          href={stepsAddress(order.variant)}
          prefetch={false}
          variant="secondary"
          size="sm"
        >
          {t('chooseTime')}
        </ButtonLink>
      }
    >
      {t('refusals.hold_over.text')}
    </Alert>
  ) : (
    <Alert
      tone="success"
      title={t(`holdMail.${state}`)}
      actions={
        <ButtonLink href={`/bookings/${bookingId}`} prefetch={false} size="sm">
          {t('seeBooking')}
        </ButtonLink>
      }
    >
      {t('holdMail.confirmedText')}
    </Alert>
  );
}
