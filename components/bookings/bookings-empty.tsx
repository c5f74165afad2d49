import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { BookingsView } from '@/lib/bookings/schema/booking';
import { bookingsHref, isFiltered } from './bookings-href';

/** Why a tab shows no booking, and the next step from there. */
export function BookingsEmpty({
  view,
  isMentor,
  hasOthers,
}: {
  view: BookingsView;
  isMentor: boolean;
  /** There are some, on earlier pages. */
  hasOthers: boolean;
}) {
  const t = useTranslations('bookings');
  if (hasOthers) {
    return (
      <EmptyState
        title={t('emptyPageTitle')}
        actions={
          <ButtonLink href={bookingsHref({ ...view, page: 1 })}>{t('firstPage')}</ButtonLink>
        }
      >
        {t('emptyPageText')}
      </EmptyState>
    );
  }
  if (isFiltered(view)) {
    return (
      <EmptyState
        title={t('emptyFilteredTitle')}
        actions={
          <ButtonLink href={bookingsHref({ when: view.when, as: view.as })}>
            {t('clear')}
          </ButtonLink>
        }
      >
        {t('emptyFilteredText')}
      </EmptyState>
    );
  }
  if (view.when === 'past') {
    return (
      <EmptyState
        title={t('emptyPastTitle')}
        actions={<ButtonLink href={bookingsHref({ as: view.as })}>{t('seeUpcoming')}</ButtonLink>}
      >
        {t('emptyPastText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('emptyUpcomingTitle')}
      actions={
        <>
          <ButtonLink href="/mentors">{t('findMentor')}</ButtonLink>
          <ButtonLink href={bookingsHref({ when: 'past', as: view.as })} variant="secondary">
            {t('seePast')}
          </ButtonLink>
        </>
      }
    >
      {t(isMentor ? 'emptyUpcomingMentorText' : 'emptyUpcomingText')}
    </EmptyState>
  );
}
