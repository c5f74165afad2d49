import { useLocale, useTranslations } from 'next-intl';
import type { AddressChoice } from '@/components/slots/booking-address';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { BookingDetail, MoveChoice } from '@/lib/bookings/schema/booking';
import { formatDateTime } from '@/kernel/time/format';
import { type ActVia, pageVia } from './act-via';
import { bookingTitle, otherName } from './booking-names';
import { MoveByMentor } from './move-by-mentor';
import { MovePanel } from './move-panel';
import type { MoveState } from './move-refused';
import { MovingTerms } from './moving-terms';
import { SessionTime } from './session-time';

/** The page on which a session is given another time: what it is, on what terms, and the way there. */
export function MoveView({
  booking,
  timeZone,
  choice,
  address,
  via,
  first,
  now,
}: {
  booking: BookingDetail;
  timeZone: string;
  /** Null when it cannot be moved. */
  choice: MoveChoice | null;
  address: AddressChoice;
  via: ActVia;
  /** What a post without script left. */
  first: MoveState;
  /** Epoch milliseconds. */
  now: number;
}) {
  const t = useTranslations('moving');
  const words = useTranslations('bookingPage');
  if (!choice) return <NotMovable booking={booking} timeZone={timeZone} via={via} />;
  const name = otherName(booking, words);
  const about = { via, until: booking.moving.until, first };
  return (
    <div className="page-width max-w-prose pt-8 pb-16">
      <h1 className="mb-6 text-3xl sm:text-4xl">{t('title')}</h1>
      <Card>
        <p className="font-serif text-xl">{bookingTitle(booking, words)}</p>
        <p className="text-muted mt-2 text-sm">{t('now')}</p>
        <SessionTime {...booking} />
        <p className="mt-3 text-sm">
          <MovingTerms booking={booking} timeZone={timeZone} />
        </p>
      </Card>
      <MessagesProvider namespaces={['booking', 'moving', 'bookingPage', 'zonePicker']}>
        <Card className="mt-5" isRaised>
          {choice.kind === 'wall_time' ? (
            <MoveByMentor
              {...about}
              names={choice.menteeNames.map((mentee) => mentee ?? words('someone'))}
              startsAt={booking.startsAt}
              mentorTimeZone={booking.mentorTimeZone}
              isMentor={booking.role === 'mentor'}
              now={now}
            />
          ) : choice.weeks ? (
            <MovePanel
              {...about}
              weeks={choice.weeks}
              day={address.day}
              slot={address.slot}
              mentor={{ name, timeZone: booking.mentorTimeZone }}
              viewerTimeZone={booking.isViewersZone ? timeZone : null}
              now={now}
            />
          ) : (
            <p>{t('notOffered', { name })}</p>
          )}
        </Card>
      </MessagesProvider>
      <div className="mt-5">
        <ButtonLink href={pageVia(via)} variant="secondary">
          {t('keep')}
        </ButtonLink>
      </div>
    </div>
  );
}

/** Why it keeps its time, with the deadline that has passed where one has. */
function NotMovable({
  booking,
  timeZone,
  via,
}: {
  booking: BookingDetail;
  timeZone: string;
  via: ActVia;
}) {
  const t = useTranslations('moving');
  const words = useTranslations('bookingPage');
  const locale = useLocale();
  const { cancelling, moving } = booking;
  const { until } = moving;
  return (
    <div className="page-width max-w-prose py-12">
      <EmptyState
        headingLevel="h1"
        title={t('notMovableTitle')}
        actions={<ButtonLink href={pageVia(via)}>{words('metaTitle')}</ButtonLink>}
      >
        {until !== null && cancelling !== null
          ? t('tooLateText', {
              deadline: formatDateTime(until, { locale, timeZone }),
              name: otherName(booking, words),
            })
          : t('notMovableText')}
      </EmptyState>
    </div>
  );
}
