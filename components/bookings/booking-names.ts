import type { useTranslations } from 'next-intl';
import type { BookingSummary } from '@/lib/bookings/schema/booking';

type Names = Pick<BookingSummary, 'role' | 'mentorName' | 'menteeName'>;
type Words = ReturnType<typeof useTranslations<'bookingPage'>>;

/** Whom the viewer meets; for an admin, the mentee. */
export function otherName({ role, mentorName, menteeName }: Names, t: Words): string {
  return (role === 'mentee' ? mentorName : menteeName) ?? t('someone');
}

/** "Mock interview with Awa Diop": what a booking is called on its own page. */
export function bookingTitle(
  booking: Names & Pick<BookingSummary, 'serviceTitle'>,
  t: Words,
): string {
  const service = booking.serviceTitle;
  const mentor = booking.mentorName ?? t('someone');
  const mentee = booking.menteeName ?? t('someone');
  switch (booking.role) {
    case 'mentee':
      return t('titleMentee', { service, name: mentor });
    case 'mentor':
      return t('titleMentor', { service, name: mentee });
    case 'admin':
      return t('titleAdmin', { service, mentor, mentee });
  }
}
