import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { MentorCalendar } from '@/components/mentor-calendar/mentor-calendar';
import { WeekList } from '@/components/mentor-calendar/week-list';
import { NoMentorYet } from '@/components/mentor-workspace/no-mentor-yet';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { PageHeader } from '@/components/ui/page-header';
import { loadMentorWeek } from '@/lib/bookings/loaders/mentor-calendar';
import { knownDay } from '@/lib/time/calendar';
import { timeZoneName } from '@/lib/time/format';
import { getViewerTimeZone } from '@/lib/time/viewer-zone';

// Without JavaScript nothing of it may stand under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mentorCalendar');
  return { title: t('title'), robots: { index: false } };
}

export default async function MentorCalendarPage({
  searchParams,
}: PageProps<'/[locale]/mentor/calendar'>) {
  const day = knownDay((await searchParams).week);
  const [loaded, viewerZone, locale, t] = await Promise.all([
    loadMentorWeek(day),
    getViewerTimeZone(),
    getLocale(),
    getTranslations('mentorCalendar'),
  ]);
  if (loaded.status === 'signed_out') return <SignInFirst next="/mentor/calendar" isPlain />;
  if (loaded.status === 'not_a_mentor') return <NoMentorYet />;
  const { calendar, monday, week, now } = loaded;
  const zone = timeZoneName(now, { locale, timeZone: calendar.timeZone });
  return (
    <>
      <PageHeader title={t('title')} description={`${t('description')} ${t('zone', { zone })}`} />
      <MessagesProvider namespaces={['mentorCalendar', 'bookingStatus']}>
        <MentorCalendar
          key={monday}
          initial={calendar}
          monday={monday}
          viewerTimeZone={viewerZone ?? loaded.viewerTimeZone}
        >
          <WeekList calendar={calendar} monday={monday} week={week} />
        </MentorCalendar>
      </MessagesProvider>
    </>
  );
}
