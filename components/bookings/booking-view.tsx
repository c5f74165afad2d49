import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AddToCalendar } from '@/components/calendar-files/add-to-calendar';
import { Skeleton } from '@/components/ui/skeleton';
import { Link } from '@/i18n/navigation';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import type { BookingReminders as Reminders } from '@/lib/reminders/schema';
import { BookingReminders } from './booking-reminders';
import type { AcceptState } from './accept-form';
import { BookingAbout } from './booking-about';
import { BookingActions } from './booking-actions';
import { BookingCancel } from './booking-cancel';
import { BookingDone } from './booking-done';
import { BookingFacts } from './booking-facts';
import { bookingTitle } from './booking-names';
import { BookingNote } from './booking-note';
import { BookingRefused } from './booking-refused';
import { BookingTrail } from './booking-trail';
import { BookingWhen } from './booking-when';
import { BookingsFrame } from './bookings-frame';
import type { RunState } from './run-form';
import { RunningPanel } from './running-panel';
import { StatusBadge } from './status-badge';

/**
 * The page of one booking: when, with whom and how long until then; how to come in, and what else can be
 * done; then all the rest, and last how to call it off.
 */
export function BookingView({
  booking,
  timeZone,
  done,
  refused,
  accepting,
  runningState,
  notes,
  siteUrl,
  reminders,
}: {
  booking: BookingDetail;
  timeZone: string;
  done: string | undefined;
  /** Why an action changed nothing, as the address says. */
  refused: string | undefined;
  accepting: AcceptState;
  runningState: RunState;
  /** What its two sides write beside it; null: not for the viewer. */
  notes: ReactNode;
  /** The public address of this site. */
  siteUrl: string;
  reminders: Reminders | null;
}) {
  const t = useTranslations('bookingPage');
  const tBatch = useTranslations('batch');
  const title = bookingTitle(booking, t);
  return (
    <BookingsFrame
      said={
        <>
          <BookingRefused trail={booking.trail} refused={refused} timeZone={timeZone} />
          <BookingDone booking={booking} done={done} timeZone={timeZone} />
        </>
      }
      header={
        <>
          <StatusBadge status={booking.status} isProposal={booking.isProposal} />
          <h1 className="mt-3 text-3xl sm:text-4xl">{title}</h1>
          <BookingWhen booking={booking} />
          <BookingNote booking={booking} timeZone={timeZone} />
          {booking.batch && (
            <Link
              href={`/bookings/batches/${booking.batch.id}`}
              prefetch={false}
              className="text-link mt-2 inline-flex min-h-11 items-center"
            >
              {tBatch('partOf', { count: booking.batch.count })}
            </Link>
          )}
        </>
      }
      actions={
        <>
          <RunningPanel booking={booking} timeZone={timeZone} first={runningState} />
          <AddToCalendar booking={booking} title={title} siteUrl={siteUrl} />
          <BookingActions booking={booking} timeZone={timeZone} accepting={accepting} />
        </>
      }
    >
      <BookingFacts booking={booking} />
      <BookingAbout {...booking} />
      {notes}
      {reminders && <BookingReminders reminders={reminders} timeZone={timeZone} />}
      <BookingTrail trail={booking.trail} timeZone={timeZone} />
      <BookingCancel booking={booking} timeZone={timeZone} />
    </BookingsFrame>
  );
}

export function BookingViewSkeleton() {
  const t = useTranslations('bookingPage');
  return (
    <div className="page-width pt-4 pb-16">
      <output className="sr-only">{t('loading')}</output>
      <div aria-hidden="true">
        <Skeleton className="mt-3 h-5 w-28" />
        <Skeleton className="mt-7 h-8 w-32" />
        <Skeleton className="mt-3 h-10 w-full max-w-prose" />
        <div className="mt-8 grid items-start gap-5 lg:grid-cols-3">
          <Skeleton className="h-52 rounded-xl lg:order-last" />
          <div className="flex flex-col gap-5 lg:col-span-2">
            <Skeleton className="h-96 rounded-lg" />
            <Skeleton className="h-32 rounded-lg" />
          </div>
        </div>
      </div>
    </div>
  );
}
