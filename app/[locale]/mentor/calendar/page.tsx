import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { MentorCalendar } from '@/components/mentor-calendar/mentor-calendar';
import { OwnFirstSteps } from '@/app/[locale]/mentor/own-first-steps';
import { NoMentorYet } from '@/components/mentor-workspace/no-mentor-yet';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { loadCalendarView } from '@/lib/bookings/loaders/mentor-calendar';
import { calendarViewCookie, knownView } from '@/lib/bookings/rules/calendar-days';
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
  'zonePicker',
  'timeReasons',
  'bookingStatus',
  'bookingFormat',
  'bookingPage',
  'running',
  'cancelling',
  'messageAll',
  'moving',
] as const;

export default async function MentorCalendarPage({
  searchParams,
}: PageProps<'/[locale]/mentor/calendar'>) {
  const [asked, kept] = await Promise.all([searchParams, cookies()]);
  const remembered = knownView(kept.get(calendarViewCookie)?.value);
  const view = knownView(asked.view) ?? remembered ?? 'week';
  const [loaded, { device }, locale, t] = await Promise.all([
    loadCalendarView({ view, day: knownDay(asked.day) }),
    getBrowserZones(),
    getLocale(),
    getTranslations('mentorCalendar'),
  ]);
  if (loaded.status === 'signed_out')
    return <SignInFirst about="workspace" next="/mentor/calendar" isPlain />;
  if (loaded.status === 'not_a_mentor') return <NoMentorYet />;
  const { calendar, today, now } = loaded;
  const { timeZone } = calendar;
  const viewerTimeZone = device ?? timeZone;
  const secondZone = await getSecondTimeZone({ timeZone, viewerTimeZone, now });
  const zone = timeZoneName(now, { locale, timeZone });
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-4 pt-4 pb-3">
        <h1 className="text-2xl">{t('title')}</h1>
        <p className="text-muted text-sm">{t('zone', { zone })}</p>
      </div>
      <OwnFirstSteps />
      <MessagesProvider namespaces={namespaces}>
        <MentorCalendar
          initial={calendar}
          remembered={remembered}
          today={today}
          secondZone={secondZone}
        />
      </MessagesProvider>
    </>
  );
}
