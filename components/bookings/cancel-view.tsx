import { useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { type ActVia, pageVia } from './act-via';
import { otherName } from './booking-names';
import { CancelForm, type CancelState } from './cancel-form';
import { CancelSummary } from './cancel-summary';

/** The page on which a booking is called off: what it is, on what terms, and the one form. */
export function CancelView({
  booking,
  timeZone,
  via,
  first,
}: {
  booking: BookingDetail;
  timeZone: string;
  via: ActVia;
  /** What a post without script left. */
  first: CancelState;
}) {
  const t = useTranslations('cancelling');
  const words = useTranslations('bookingPage');
  const { cancelling } = booking;
  if (!cancelling) {
    return (
      <div className="page-width max-w-prose py-12">
        <EmptyState
          headingLevel="h1"
          title={t('tooLateTitle')}
          actions={<ButtonLink href={pageVia(via)}>{words('metaTitle')}</ButtonLink>}
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
          key={booking.id}
          via={via}
          kind={cancelling.kind}
          name={otherName(booking, words)}
          first={first}
        />
      </MessagesProvider>
    </div>
  );
}
