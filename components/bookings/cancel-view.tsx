import { useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { type ActVia, pageVia } from './act-via';
import { otherName } from './booking-names';
import { CancelForm, type CancelState } from './cancel-form';
import { type Cancellable, CancelSummary } from './cancel-summary';

/**
 * The page on which a booking is called off, or what is left of several that were made together:
 * what it is, on what terms, and the one form.
 */
export function CancelView({
  sessions,
  timeZone,
  via,
  first,
}: {
  /** In order of time. */
  sessions: readonly BookingDetail[];
  timeZone: string;
  via: ActVia;
  /** What a post without script left. */
  first: CancelState;
}) {
  const t = useTranslations('cancelling');
  const words = useTranslations('bookingPage');
  const left = sessions.filter((session): session is Cancellable => session.cancelling !== null);
  const [one, ...others] = left;
  if (!one) {
    return (
      <div className="page-width max-w-prose py-12">
        <EmptyState
          headingLevel="h1"
          title={t('tooLateTitle')}
          actions={<ButtonLink href={pageVia(via)}>{words('metaTitle')}</ButtonLink>}
        >
          {t('tooLateText', { count: sessions.length })}
        </EmptyState>
      </div>
    );
  }
  const kind = others.length === 0 ? one.cancelling.kind : 'all';
  return (
    <div className="page-width max-w-prose pt-8 pb-16">
      <h1 className="mb-6 text-3xl sm:text-4xl">{t(`title_${kind}`)}</h1>
      <CancelSummary left={[one, ...others]} timeZone={timeZone} />
      {kind === 'cancel' && one.moving.mayMove && (
        <p className="mb-6 flex flex-wrap items-center justify-between gap-3">
          {t('moveInsteadText')}
          <ButtonLink href={`${pageVia(via)}/move`} prefetch={false} variant="secondary" size="sm">
            {t('moveInstead')}
          </ButtonLink>
        </p>
      )}
      <MessagesProvider namespaces={['cancelling', 'bookingPage']}>
        <CancelForm
          key={one.id}
          via={via}
          kind={kind}
          count={left.length}
          name={otherName(one, words)}
          first={first}
        />
      </MessagesProvider>
    </div>
  );
}
