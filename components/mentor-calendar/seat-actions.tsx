'use client';

import { useLocale, useTranslations } from 'next-intl';
import { absenceText } from '@/components/bookings/absence-text';
import { otherName } from '@/components/bookings/booking-names';
import { refusalText } from '@/components/bookings/refusal-text';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-style';
import { VideoIcon } from '@/components/ui/icons';
import { acceptBookingAction } from '@/lib/bookings/actions/accept-booking';
import { runSessionAction } from '@/lib/bookings/actions/run-session';
import type { BookingDetail, SessionDeed } from '@/lib/bookings/schema/booking';
import { CancelSeat } from './cancel-seat';
import { useDeed } from './use-deed';

/** What a mentor can do with one booking now; a refusal is told where the button is. */
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
  const locale = useLocale();
  const { id, room, mayConfirm, running, cancelling } = booking;
  const name = otherName(booking, t);
  const deeds =
    running?.steps.flatMap(({ deed, possibleAt }) => (possibleAt === null ? deed : [])) ?? [];
  const accepting = useDeed(acceptBookingAction, () => onChanged(t('acceptedTitle')));
  const acting = useDeed(runSessionAction, () => onChanged(calendar('deedDone', { name })));
  const answers = [accepting.state, acting.state];
  const refusal = answers.find(({ status }) => status === 'refused' || status === 'unreached');

  function form(deed?: SessionDeed) {
    const data = new FormData();
    data.set('bookingId', id);
    data.set('locale', locale);
    data.set('stay', 'yes');
    if (deed) data.set('deed', deed);
    return data;
  }

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
      {running && deeds.length > 0 && (
        <p className="text-sm">
          {words(running.otherHereAt === null ? 'otherIsAway' : 'otherIsHere', { name })}
        </p>
      )}
      {refusal && (
        <Alert tone="danger" title={t('refusedTitle')}>
          {refusal.status === 'refused' ? refusalText(refusal, t) : calendar('failed')}
        </Alert>
      )}
      {mayConfirm && (
        <Button wide onClick={() => accepting.run(form())} isPending={accepting.isPending}>
          {t('accept')}
        </Button>
      )}
      {deeds.map((deed) =>
        deed === 'no_show' ? (
          // It cannot be taken back, so it takes a second press.
          <details key={deed}>
            <summary className={buttonClass({ variant: 'ghost', wide: true })}>
              {words('no_show', { name })}
            </summary>
            <div className="my-3 text-sm">
              <p>{words('no_showSure', { name })}</p>
              <p className="mt-1 empty:hidden">{absenceText(booking, { t: words, name })}</p>
            </div>
            <Button
              variant="danger"
              wide
              onClick={() => acting.run(form(deed))}
              isPending={acting.isPending}
            >
              {words('no_showYes')}
            </Button>
          </details>
        ) : (
          <Button
            key={deed}
            wide
            variant={deed === 'complete' ? 'secondary' : 'primary'}
            onClick={() => acting.run(form(deed))}
            isPending={acting.isPending}
          >
            {words(deed, { name })}
          </Button>
        ),
      )}
      {cancelling && (
        <CancelSeat booking={booking} cancelling={cancelling} onCancelled={onChanged} />
      )}
    </div>
  );
}
