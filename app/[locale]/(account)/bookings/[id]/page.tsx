import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { AcceptState } from '@/components/bookings/accept-form';
import { BookingView, BookingViewSkeleton } from '@/components/bookings/booking-view';
import type { RunState } from '@/components/bookings/run-form';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { SentFile } from '@/components/layout/sent-file';
import { StreamedWithScript } from '@/components/layout/streamed-with-script';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { BookingNotes } from '@/components/notes/booking-notes';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { readFlash } from '@/lib/action-kit/flash';
import { loadBooking } from '@/lib/bookings/loaders/my-bookings';
import { env } from '@/kernel/env';
import { loadNotes } from '@/lib/notes/loaders';
import type { MaterialState, NoteState } from '@/lib/notes/schema';
import { loadBookingReminders } from '@/lib/reminders/loaders';
import { getBrowserZones } from '@/kernel/time/viewer-zone';

// Without JavaScript nothing of it may stand under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bookingPage');
  return { title: t('metaTitle'), robots: { index: false } };
}

export default async function BookingPage({
  params,
  searchParams,
}: PageProps<'/[locale]/bookings/[id]'>) {
  const [{ id }, query, { device }] = await Promise.all([params, searchParams, getBrowserZones()]);
  const isPlain = device === null || query.plain !== undefined;
  const sendsFile = query.file !== undefined;
  const said = {
    sendsFile,
    done: text(query.done),
    refused: text(query.refused),
    flash: query.flash,
  };
  return (
    <StreamedWithScript
      key={id}
      isOff={isPlain}
      plainHref="?plain=1"
      fallback={<BookingViewSkeleton />}
    >
      <Booking id={id} {...said} isPlain={isPlain} />
    </StreamedWithScript>
  );
}

async function Booking({
  id,
  sendsFile,
  done,
  refused,
  flash,
  isPlain,
}: {
  id: string;
  sendsFile: boolean;
  done: string | undefined;
  refused: string | undefined;
  flash: string | string[] | undefined;
  isPlain: boolean;
}) {
  const [found, reminders, notes, accepting, runningState, ...written] = await Promise.all([
    loadBooking(id),
    loadBookingReminders(id),
    loadNotes(id),
    readFlash<AcceptState>('accept-booking', flash),
    readFlash<RunState>('run-session', flash),
    readFlash<NoteState>('shared-note', flash),
    readFlash<NoteState>('private-note', flash),
    readFlash<MaterialState>('add-material', flash),
  ]);
  if (found.status === 'signed_out')
    return <SignInFirst about="sessions" next={`/bookings/${id}`} isPlain={isPlain} />;
  if (found.status === 'missing') return <NotFoundScene />;
  return (
    <>
      <ZoneQuestion />
      {sendsFile && (
        <div className="page-width max-w-form pt-6">
          <SentFile href={`/api/bookings/${id}/calendar`} />
        </div>
      )}
      <BookingView
        booking={found.booking}
        timeZone={found.booking.timeZone}
        done={done}
        refused={refused}
        accepting={accepting}
        runningState={runningState}
        notes={
          notes && (
            <BookingNotes
              booking={found.booking}
              notes={notes}
              written={written}
              timeZone={found.booking.timeZone}
            />
          )
        }
        siteUrl={env.APP_URL}
        reminders={reminders}
      />
    </>
  );
}

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
