import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CancelForm, type CancelState } from '@/components/bookings/cancel-form';
import { CancelSummary } from '@/components/bookings/cancel-summary';
import { otherName } from '@/components/bookings/booking-names';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { readFlash } from '@/lib/auth/flash';
import { loadBooking } from '@/lib/bookings/loaders/my-bookings';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cancelling');
  return { title: t('metaTitle'), robots: { index: false } };
}

export default async function CancelPage({
  params,
  searchParams,
}: PageProps<'/[locale]/bookings/[id]/cancel'>) {
  const [{ id }, { flash }] = await Promise.all([params, searchParams]);
  const [found, first, t, words] = await Promise.all([
    loadBooking(id),
    readFlash<CancelState>('cancel-booking', flash),
    getTranslations('cancelling'),
    getTranslations('bookingPage'),
  ]);
  if (found.status === 'signed_out') return <SignInFirst next={`/bookings/${id}/cancel`} isPlain />;
  if (found.status === 'missing') return <NotFoundScene />;
  const { booking, timeZone } = found;
  const { cancelling } = booking;
  if (!cancelling) {
    return (
      <div className="page-width max-w-prose py-12">
        <EmptyState
          headingLevel="h1"
          title={t('tooLateTitle')}
          actions={<ButtonLink href={`/bookings/${id}`}>{words('metaTitle')}</ButtonLink>}
        >
          {t('tooLateText')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page-width max-w-prose pt-8 pb-16">
      <h1 className="mb-6 text-3xl sm:text-4xl">
        {t(cancelling.kind === 'decline' ? 'titleDecline' : 'title')}
      </h1>
      <CancelSummary booking={booking} cancelling={cancelling} timeZone={timeZone} />
      <MessagesProvider namespaces={['cancelling', 'bookingPage']}>
        <CancelForm
          key={id}
          bookingId={id}
          kind={cancelling.kind}
          name={otherName(booking, words)}
          first={first}
        />
      </MessagesProvider>
    </div>
  );
}
