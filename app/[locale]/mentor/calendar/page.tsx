import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { MentorCalendar } from '@/components/mentor-calendar/mentor-calendar';
import { WeekList } from '@/components/mentor-calendar/week-list';
import { NoMentorYet } from '@/components/mentor-workspace/no-mentor-yet';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { PageHeader } from '@/components/ui/page-header';
import { loadMentorWeek } from '@/lib/bookings/loaders/mentor-calendar';
import { knownDay } from '@/kernel/time/calendar';
import { timeZoneName } from '@/kernel/time/format';
import { getBrowserZones, getSecondTimeZone } from '@/kernel/time/viewer-zone';

// Without JavaScript nothing of it may stand under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mentorCalendar');
  return { title: t('title'), robots: { index: false } };
}

const namespaces = [
  'mentorCalendar',
  'timeReasons',
  'bookingStatus',
  'bookingFormat',
  'bookingPage',
  'running',
  'cancelling',
  'moving',
] as const;

export default async function MentorCalendarPage({
  searchParams,
}: PageProps<'/[locale]/mentor/calendar'>) {
  const day = knownDay((await searchParams).week);
  const [loaded, { device }, locale, t] = await Promise.all([
    loadMentorWeek(day),
    getBrowserZones(),
    getLocale(),
    getTranslations('mentorCalendar'),
  ]);
  if (loaded.status === 'signed_out')
    return <SignInFirst about="workspace" next="/mentor/calendar" isPlain />;
  if (loaded.status === 'not_a_mentor') return <NoMentorYet />;
  const { calendar, monday, week, now } = loaded;
  const { timeZone } = calendar;
  const viewerTimeZone = device ?? timeZone;
  const secondZone = await getSecondTimeZone({ timeZone, viewerTimeZone, now });
  const zone = timeZoneName(now, { locale, timeZone });
  return (
    <>
      <PageHeader title={t('title')} description={`${t('description')} ${t('zone', { zone })}`} />
      <MessagesProvider namespaces={namespaces}>
        <MentorCalendar key={monday} initial={calendar} monday={monday} secondZone={secondZone}>
          <WeekList calendar={calendar} monday={monday} week={week} />
        </MentorCalendar>
      </MessagesProvider>
    </>
  );
}
