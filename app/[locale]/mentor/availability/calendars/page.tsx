import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import {
  AddCalendarForm,
  type AddCalendarState,
} from '@/components/external-calendars/add-calendar-form';
import type { CalendarState } from '@/components/external-calendars/calendar-buttons';
import { CalendarList } from '@/components/external-calendars/calendar-list';
import { CalendarRefused } from '@/components/external-calendars/calendar-refused';
import type { OwnAddressesState } from '@/components/external-calendars/own-addresses-form';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { Alert } from '@/components/ui/alert';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { readFlash } from '@/lib/action-kit/flash';
import { loadOwnCalendars } from '@/lib/external-calendars/loaders';
import { mostCalendars } from '@/lib/external-calendars/schema';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

const outcomes = ['added', 'refreshed', 'removed', 'unreadable', 'addresses'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('externalCalendars');
  return { title: t('title'), robots: { index: false } };
}

/** The calendars elsewhere whose appointments block a mentor's slots. */
export default async function CalendarsPage({
  searchParams,
}: PageProps<'/[locale]/mentor/availability/calendars'>) {
  const [query, t, { calendars, timeZone, email }] = await Promise.all([
    searchParams,
    getTranslations('externalCalendars'),
    loadOwnCalendars(),
  ]);
  const [first, refreshed, removed, addresses] = await Promise.all([
    readFlash<AddCalendarState>('add-calendar', query.flash),
    readFlash<CalendarState>('refresh-calendar', query.flash),
    readFlash<CalendarState>('remove-calendar', query.flash),
    readFlash<OwnAddressesState>('own-addresses', query.flash),
  ]);
  const done = outcomes.find((known) => known === query.done);
  const isFull = calendars.length >= mostCalendars;
  return (
    <MessagesProvider namespaces={['externalCalendars']}>
      <div className="pt-4">
        <Breadcrumb
          items={[{ label: t('back'), href: '/mentor/availability' }, { label: t('title') }]}
        />
      </div>
      <PageHeader title={t('title')} description={t('lead')} />
      {done && (
        <div className="mb-6">
          <ArrivalAlert
            key={String(query.at)}
            tone={done === 'unreadable' ? 'warning' : 'success'}
            title={t(done === 'addresses' ? 'addressesSaved' : done)}
          />
        </div>
      )}
      <CalendarRefused state={refreshed} title={t('notDone')} />
      <CalendarRefused state={removed} title={t('notDone')} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <section>
          <h2 className="mb-4 text-2xl">{t('listTitle')}</h2>
          <CalendarList {...{ calendars, timeZone, email }} first={addresses} />
        </section>
        <Card as="section">
          <h2 className="text-2xl">{t('addTitle')}</h2>
          <p className="text-muted mt-1 mb-5 text-sm">{t('addText')}</p>
          {isFull ? (
            <Alert>{t('full', { most: mostCalendars })}</Alert>
          ) : (
            <AddCalendarForm first={first} />
          )}
          <h3 className="mt-6 text-lg">{t('whereTitle')}</h3>
          <ul className="text-muted mt-2 flex list-disc flex-col gap-1 ps-5 text-sm">
            <li>{t('whereGoogle')}</li>
            <li>{t('whereOutlook')}</li>
            <li>{t('whereApple')}</li>
          </ul>
        </Card>
      </div>
    </MessagesProvider>
  );
}
