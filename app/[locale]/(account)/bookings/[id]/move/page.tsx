import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MoveForm, type MoveState } from '@/components/bookings/move-form';
import { TimesToMoveTo, WallTimeToMoveTo } from '@/components/bookings/move-fields';
import { SessionTime } from '@/components/bookings/session-time';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { readFlash } from '@/lib/auth/flash';
import { countSeatsToMove, loadTimesToMoveTo } from '@/lib/bookings/loaders/move';
import { loadBooking } from '@/lib/bookings/loaders/my-bookings';
import { formatDateTime } from '@/lib/time/format';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('moving');
  return { title: t('metaTitle'), robots: { index: false } };
}

export default async function MovePage({
  params,
  searchParams,
}: PageProps<'/[locale]/bookings/[id]/move'>) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [found, first, t, words, locale] = await Promise.all([
    loadBooking(id),
    readFlash<MoveState>('move-booking', query.flash),
    getTranslations('moving'),
    getTranslations('bookingPage'),
    getLocale(),
  ]);
  if (found.status === 'signed_out') return <SignInFirst next={`/bookings/${id}/move`} isPlain />;
  if (found.status === 'missing') return <NotFoundScene />;
  const { booking, timeZone } = found;
  const [times, seats] = await Promise.all([loadTimesToMoveTo(id), countSeatsToMove(id)]);
  if (!booking.moving || times?.length === 0) {
    return (
      <div className="page-width max-w-prose py-12">
        <EmptyState
          headingLevel="h1"
          title={t(booking.moving ? 'noneTitle' : 'tooLateTitle')}
          actions={<ButtonLink href={`/bookings/${id}`}>{words('metaTitle')}</ButtonLink>}
        >
          {t(booking.moving ? 'noneText' : 'tooLateText')}
        </EmptyState>
      </div>
    );
  }
  const { until } = booking.moving;
  const day = typeof query.day === 'string' ? query.day : null;
  return (
    <div className="page-width max-w-prose pt-8 pb-16">
      <h1 className="mb-3 text-3xl sm:text-4xl">{t('title')}</h1>
      <div className="text-muted mb-6">
        <SessionTime {...booking} timeZone={timeZone} />
        {until !== null && (
          <p className="mt-1 text-sm">
            {t('until', { time: formatDateTime(Date.parse(until), { locale, timeZone }) })}
          </p>
        )}
      </div>
      <MessagesProvider namespaces={['moving', 'bookingPage']}>
        <MoveForm key={id} bookingId={id} timeZone={timeZone} first={first}>
          {times ? (
            <TimesToMoveTo bookingId={id} times={times} day={day} timeZone={timeZone} />
          ) : (
            <WallTimeToMoveTo booking={booking} seats={seats} />
          )}
        </MoveForm>
      </MessagesProvider>
    </div>
  );
}
