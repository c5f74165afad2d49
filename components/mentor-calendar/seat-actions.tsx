'use client';

import { useTranslations } from 'next-intl';
import { absenceText } from '@/components/bookings/absence-text';
import { AcceptForm } from '@/components/bookings/accept-form';
import { otherName } from '@/components/bookings/booking-names';
import { CancellingTerms } from '@/components/bookings/cancelling-terms';
import { RunForm } from '@/components/bookings/run-form';
import { proposeNextHref } from '@/components/bookings/mentee-href';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import { VideoIcon } from '@/components/ui/icons';
import { cancelBookingsAction } from '@/lib/bookings/actions/cancel-bookings';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { CallOff } from './call-off';

const submits = {
  cancel: 'submit',
  decline: 'submitDecline',
  withdraw: 'submitWithdraw',
} as const;
const news = {
  cancel: 'cancelledTitle',
  decline: 'declinedTitle',
  withdraw: 'withdrawnTitle',
} as const;

/** What a mentor can do with one booking now; a refusal is said where the button is. */
export function SeatActions({
  booking,
  onChanged,
}: {
  booking: BookingDetail;
  onChanged: (news: string) => void;
}) {
  const t = useTranslations('bookingPage');
  const words = useTranslations('running');
  const calendar = useTranslations('mentorCalendar');
  const cancel = useTranslations('cancelling');
  const { id, room, mayConfirm, running, cancelling, proposeNext } = booking;
  const name = otherName(booking, t);
  const kind = cancelling?.kind ?? 'cancel';
  const steps =
    running?.steps.flatMap(({ step, possibleAt }) => (possibleAt === null ? step : [])) ?? [];
  return (
    <div className="flex flex-col gap-3 pt-2 empty:hidden">
      {room.state === 'open' && (
        <a
          href={room.url}
          target="_blank"
          rel="noopener noreferrer"
          className={buttonClass({ wide: true })}
        >
          <VideoIcon />
          {t('join')}
        </a>
      )}
      {running && steps.length > 0 && (
        <p className="text-sm">
          {words(running.otherHereAt === null ? 'otherIsAway' : 'otherIsHere', { name })}
        </p>
      )}
      {proposeNext && (
        <ButtonLink href={proposeNextHref(proposeNext)} prefetch={false} variant="secondary" wide>
          {t('proposeNext')}
        </ButtonLink>
      )}
      {mayConfirm && <AcceptForm bookingId={id} onDone={() => onChanged(t('acceptedTitle'))} />}
      {steps.length > 0 && (
        <RunForm
          bookingId={id}
          steps={steps}
          name={name}
          absence={absenceText(booking, { t: words, name })}
          isMain={steps[0] !== 'complete'}
          onDone={() => onChanged(calendar('stepDone', { name }))}
        />
      )}
      {cancelling && (
        <CallOff
          action={cancelBookingsAction}
          bookingId={id}
          opener={t(cancelling.kind)}
          // A mentor's terms depend on no zone.
          terms={<CancellingTerms booking={booking} cancelling={cancelling} timeZone="UTC" />}
          hint={cancel('reasonHint', { name })}
          submit={cancel(submits[kind], { count: 1 })}
          onDone={() => onChanged(t(news[kind]))}
        />
      )}
    </div>
  );
}
