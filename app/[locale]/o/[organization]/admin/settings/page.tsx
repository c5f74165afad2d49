import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { AppearanceForm } from '@/components/organizations/appearance-form';
import { ClosedDays } from '@/components/organizations/closed-days';
import { dayName } from '@/components/organizations/day-name';
import { LimitsForm } from '@/components/organizations/limits-form';
import { NewMentorsForm } from '@/components/organizations/new-mentors-form';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { readFlash } from '@/lib/action-kit/flash';
import { loadSettings } from '@/lib/organizations/loaders/settings';
import { settingsPath } from '@/lib/organizations/constants';
import {
  type ClosedDayState,
  settingsArrival,
  type SettingsState,
} from '@/lib/organizations/schema/settings';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('organizationSettings');
  return { title: t('title'), robots: { index: false } };
}

/** Where the owners of an organization say how it appears and what holds in it. */
export default async function SettingsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/o/[organization]/admin/settings'>) {
  const [{ organization: slug }, query, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations('organizationSettings'),
    getLocale(),
  ]);
  const { flash } = query;
  const [found, appearance, limits, newMentors, close, open] = await Promise.all([
    loadSettings(slug),
    readFlash<SettingsState>('save-appearance', flash),
    readFlash<SettingsState>('save-limits', flash),
    readFlash<SettingsState>('save-new-mentors', flash),
    readFlash<ClosedDayState>('close-day', flash),
    readFlash<SettingsState>('open-day', flash),
  ]);
  if (found.status === 'signed_out') {
    const isPlain = (await getBrowserZones()).device === null;
    return <SignInFirst next={settingsPath(slug)} isPlain={isPlain} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { settings, closedDays, today } = found;
  const { done, day, kept } = settingsArrival.parse(query);
  const formKey = JSON.stringify(settings);
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      {done && (
        <div className="pb-5">
          <ArrivalAlert key={`${done} ${day ?? ''}`} tone="success" title={t(`done_${done}`)}>
            {done === 'closed' &&
              day !== null &&
              t('keptSessions', { day: dayName(day, locale), count: kept })}
          </ArrivalAlert>
        </div>
      )}
      <MessagesProvider
        namespaces={['organizationSettings', 'availability', 'bookingFormat', 'zonePicker']}
      >
        <div className="flex max-w-prose flex-col gap-6">
          <Part id="appearance" title={t('appearanceTitle')}>
            <AppearanceForm key={formKey} settings={settings} first={appearance} />
          </Part>
          <Part id="limits" title={t('limitsTitle')}>
            <LimitsForm key={formKey} settings={settings} first={limits} />
          </Part>
          <Part id="new-mentors" title={t('newMentorsTitle')} text={t('newMentorsText')}>
            <NewMentorsForm key={formKey} settings={settings} first={newMentors} />
          </Part>
          <Part id="closed-days" title={t('closedTitle')} text={t('closedText')}>
            <ClosedDays
              organization={slug}
              days={closedDays}
              today={today}
              first={{ close, open }}
            />
          </Part>
        </div>
      </MessagesProvider>
    </>
  );
}

function Part({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  children: ReactNode;
}) {
  return (
    <Card as="section" id={id} aria-label={title}>
      <h2 className="text-xl">{title}</h2>
      {text !== undefined && <p className="text-muted mt-2 text-sm">{text}</p>}
      <div className="mt-5">{children}</div>
    </Card>
  );
}
