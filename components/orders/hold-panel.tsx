'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { ZoneField } from '@/components/layout/zone-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { confirmHoldAction } from '@/lib/orders/actions/confirm-hold';
import { releaseHoldAction } from '@/lib/orders/actions/release-hold';
import type { HoldView } from '@/lib/bookings/schema/booking';
import { HoldEnded, HoldUnknown } from './hold-ended';
import { HoldRefused } from './hold-refused';

export type HoldFormState = Awaited<ReturnType<typeof confirmHoldAction>>;

const headings = {
  open: 'title',
  lapsed: 'lapsedTitle',
  confirmed: 'confirmedTitle',
} as const;

/**
 * The page behind the link of a hold's mail: one button, or why there is none. What the button was
 * answered comes before what the hold has become by it.
 */
export function HoldPanel({
  token,
  hold,
  first,
  summary,
}: {
  token: string;
  hold: HoldView;
  /** What a post without script left. */
  first: HoldFormState;
  summary: ReactNode;
}) {
  const t = useTranslations('hold');
  const words = useTranslations('bookingPage');
  const confirming = useActionForm(confirmHoldAction, { first });
  const releasing = useActionForm(releaseHoldAction);
  const { state } = confirming;
  const name = hold.mentorName ?? words('someone');
  const { mentorHandle, variantId, link, bookingId, timeZone, isViewersZone } = hold;
  const behind = { name, mentorHandle, variantId, link, takesBookings: hold.mentorTakesBookings };

  if (state.status === 'refused' && state.reason !== 'rate_limited') {
    const { reason } = state;
    if (reason === 'unknown') return <HoldUnknown />;
    if (reason === 'used' || reason === 'cancelled' || reason === 'expired') {
      const ending = reason === 'expired' ? 'link_expired' : reason;
      return <HoldEnded ending={ending} {...behind} bookingId={bookingId} />;
    }
    return <HoldRefused {...{ reason, timeZone, isViewersZone }} {...state.data} {...behind} />;
  }
  if (hold.state !== 'open' && hold.state !== 'lapsed' && hold.state !== 'confirmed') {
    return <HoldEnded ending={hold.state} {...behind} bookingId={bookingId} />;
  }

  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-3xl sm:text-4xl">{t(headings[hold.state])}</h1>
      {hold.state === 'open' && (
        <p className="text-lg">{t('greeting', { name: hold.guestName })}</p>
      )}
      {hold.state === 'lapsed' && <p className="text-lg">{t('lapsedText')}</p>}
      {hold.state === 'confirmed' && <p className="text-lg">{t('confirmedText')}</p>}
      {summary}
      <ActionForm
        form={confirming}
        path={`/holds/${token}`}
        fields={{ token }}
        className="flex flex-col gap-3"
      >
        <ZoneField known={null} />
        {/* What it was refused for otherwise has a page of its own, above. */}
        <RefusedAlert state={state} title={t('refusedTitle')} words={() => null} />
        <SubmitButton size="lg" wide>
          {t(buttonWords(hold))}
        </SubmitButton>
        <p className="text-muted text-sm">
          {hold.state === 'open' && (
            <strong>{t('minutesLeft', { minutes: hold.minutesLeft })} </strong>
          )}
          {hold.answersByHand && hold.state !== 'confirmed' && <>{t('byHand', { name })} </>}
          {t('signsIn')}
        </p>
      </ActionForm>
      {hold.state === 'open' && (
        <ActionForm form={releasing} path={`/holds/${token}`} fields={{ token }}>
          <SubmitButton variant="ghost" wide>
            {t('release')}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}

function buttonWords({ state, answersByHand }: HoldView) {
  if (state === 'confirmed') return 'continue';
  if (state === 'lapsed') return 'tryAgain';
  return answersByHand ? 'confirmRequest' : 'confirm';
}
