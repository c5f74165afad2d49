import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DatesForm, type DatesState } from '@/components/availability/dates-form';
import { DatesList } from '@/components/availability/dates-list';
import { DraftProvider } from '@/components/availability/draft';
import { Holidays } from '@/components/availability/holidays';
import { OutsideBookings, outsideId } from '@/components/availability/outside-bookings';
import { PartLinks } from '@/components/availability/part-links';
import { PreviewBar } from '@/components/availability/preview-bar';
import { PreviewPanel } from '@/components/availability/preview-panel';
import { PreviewProvider } from '@/components/availability/preview-state';
import { RulesForm, type RulesState } from '@/components/availability/rules-form';
import { Section } from '@/components/availability/section';
import {
  type EditedTimeOff,
  TimeOffForm,
  type TimeOffState,
} from '@/components/availability/time-off-form';
import { TimeOffList } from '@/components/availability/time-off-list';
import { WeeklyForm, type WeeklyState } from '@/components/availability/weekly-form';
import { ZoneClocks } from '@/components/layout/zone-clocks';
import { CalendarsLink } from '@/components/external-calendars/calendars-link';
import { HelpLink } from '@/components/layout/help-link';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { OwnFirstSteps } from '@/app/[locale]/mentor/own-first-steps';
import { PageHeader } from '@/components/ui/page-header';
import { readFlash } from '@/lib/action-kit/flash';
import { loadHolidays } from '@/lib/availability/loaders/holidays';
import { loadOwnAvailability } from '@/lib/availability/loaders/own-availability';
import {
  type AvailabilityPart,
  availabilityParts,
  type AvailabilityView,
} from '@/lib/availability/schema/availability';
import { addDays, knownMonth, monthOf } from '@/kernel/time/calendar';
import { formatTime, localDay } from '@/kernel/time/format';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('availability');
  return { title: t('title'), robots: { index: false } };
}

/** When a mentor can be booked, and what visitors are offered of it. */
export default async function AvailabilityPage({
  searchParams,
}: PageProps<'/[locale]/mentor/availability'>) {
  const [query, t, locale] = await Promise.all([
    searchParams,
    getTranslations('availability'),
    getLocale(),
  ]);
  const view = await loadOwnAvailability({ path: '/mentor/availability' });
  const { rules, windows, overrides, timeOff } = view;
  const today = localDay(view.now, rules.timeZone);
  const asked = typeof query.month === 'string' ? knownMonth(query.month) : null;
  const month = asked !== null && asked > monthOf(today) ? asked : monthOf(today);
  const [weekly, dates, off, ruled, holidays] = await Promise.all([
    readFlash<WeeklyState>('save-weekly', query.flash),
    readFlash<DatesState>('save-dates', query.flash),
    readFlash<TimeOffState>('add-time-off', query.flash),
    readFlash<RulesState>('save-rules', query.flash),
    loadHolidays({ country: query.country, locale, today, timeZone: rules.timeZone }),
  ]);
  const section = (part: AvailabilityPart) => ({
    part,
    title: t(`${part}Title`),
    description: t(`${part}Text`),
    saved:
      availabilityParts.find((known) => known === query.done) === part
        ? {
            text: t(`${part}Saved`),
            at: String(query.at),
            outside: view.outside.length > 0 && (
              <a href={`#${outsideId}`} className="text-link inline-flex min-h-11 items-center">
                {t('outsideJump', { count: view.outsideCount })}
              </a>
            ),
          }
        : null,
  });
  const saved = {
    windows: JSON.stringify(windows),
    rules: JSON.stringify(rules),
  };
  const preview = {
    now: view.now,
    offers: view.offers,
    schedule: view.schedule,
    taken: view.taken,
  };
  return (
    <>
      <OwnFirstSteps />
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={<HelpLink about="availability" />}
      />
      <PartLinks />
      <ZoneClocks clocks={view.clocks} />
      <MessagesProvider namespaces={['availability', 'timeReasons', 'zonePicker']}>
        <DraftProvider saved={saved} datesSavedAt={section('dates').saved?.at ?? null}>
          <PreviewProvider saved={preview}>
            <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
              <div className="flex min-w-0 flex-col gap-6">
                <OutsideBookings
                  bookings={view.outside}
                  count={view.outsideCount}
                  timeZone={rules.timeZone}
                />
                <Section {...section('weekly')}>
                  <WeeklyForm windows={windows} mentorTimeZone={rules.timeZone} first={weekly} />
                </Section>
                <Section {...section('dates')}>
                  <DatesForm overrides={overrides} today={today} month={month} first={dates} />
                  <DatesList overrides={overrides} />
                </Section>
                <Section {...section('holidays')}>
                  <Holidays {...holidays} overrides={overrides} />
                </Section>
                <Section {...section('time-off')}>
                  <TimeOffList timeOff={timeOff} timeZone={rules.timeZone} />
                  <TimeOffForm
                    key={JSON.stringify([timeOff, query.off])}
                    today={today}
                    edited={editedOf(
                      timeOff.find(({ id }) => id === query.off),
                      rules.timeZone,
                    )}
                    first={off}
                  />
                </Section>
                <CalendarsLink />
                <Section {...section('rules')}>
                  <RulesForm rules={rules} first={ruled} />
                </Section>
                <PreviewBar />
              </div>
              <div className="min-w-0 lg:sticky lg:top-4">
                <PreviewPanel />
              </div>
            </div>
          </PreviewProvider>
        </DraftProvider>
      </MessagesProvider>
    </>
  );
}

/** Time off as the fields of its form have it: a whole day has no times. */
function editedOf(
  off: AvailabilityView['timeOff'][number] | undefined,
  timeZone: string,
): EditedTimeOff | null {
  if (!off) return null;
  const time = (at: number) => formatTime(at, { locale: 'en', timeZone });
  const [fromTime, toTime] = [time(off.start), time(off.end)];
  const isWhole = fromTime === '00:00' && toTime === '00:00';
  const last = localDay(off.end, timeZone);
  return {
    id: off.id,
    fromDate: localDay(off.start, timeZone),
    fromTime: isWhole ? '' : fromTime,
    toDate: isWhole ? addDays(last, -1) : last,
    toTime: isWhole ? '' : toTime,
    note: off.note,
  };
}
