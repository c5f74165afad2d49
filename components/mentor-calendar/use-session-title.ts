import { useTranslations } from 'next-intl';
import type { CalendarSession } from '@/lib/bookings/schema/mentor-calendar';

/** What a session is called in a list or grid: its service, and who comes. */
export function useSessionTitle(): (session: CalendarSession) => string {
  const t = useTranslations('mentorCalendar');
  return ({ serviceTitle: service, seats, isGiven, isProposal }) => {
    const [seat, ...others] = seats;
    if (!isGiven) return t('withOne', { service, name: t('attending') });
    const title =
      others.length > 0
        ? t('withMany', { service, count: seats.length })
        : t('withOne', { service, name: seat?.menteeName ?? t('someone') });
    return isProposal ? t('proposed', { title }) : title;
  };
}
