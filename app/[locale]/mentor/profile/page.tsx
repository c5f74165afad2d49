import { mentorPath } from '@/domain/mentors';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ProfileForm } from '@/components/mentor-workspace/profile-form';
import { PortraitCard } from '@/components/mentor-workspace/portrait-card';
import { PublishCard } from '@/components/mentor-workspace/publish-card';
import { ShareCard } from '@/components/mentor-workspace/share-card';
import { TakingBookingsForm } from '@/components/mentor-workspace/taking-bookings-form';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { localizedPath } from '@/i18n/routing';
import { env } from '@/kernel/env';
import { readFlash } from '@/lib/action-kit/flash';
import { ownLanguages } from '../own-languages';
import { loadOwnProfile } from '@/lib/mentors/loaders/own-profile';
import type {
  MentorSwitchState,
  PublishState,
  SaveProfileState,
  TakingBookingsState,
} from '@/lib/mentors/schema';
import {
  type PortraitState,
  type RemovePortraitState,
  tooLargeState,
} from '@/lib/portraits/schema';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mentorProfile');
  return { title: t('title'), robots: { index: false } };
}

const outcomes = [
  'created',
  'saved',
  'published',
  'waiting',
  'unpublished',
  'open',
  'away',
  'portrait',
  'portraitRemoved',
] as const;

/** Where a user becomes a mentor, and says how they appear. */
export default async function ProfilePage({ searchParams }: PageProps<'/[locale]/mentor/profile'>) {
  const [{ done, flash, picture }, t, locale] = await Promise.all([
    searchParams,
    getTranslations('mentorProfile'),
    getLocale(),
  ]);
  const own = await loadOwnProfile();
  if (!own) return <SignInFirst about="workspace" next="/mentor/profile" isPlain />;
  const { profile, standing, choices } = own;
  const [saving, publishing, unpublishing, opening, keeping, removing] = await Promise.all([
    readFlash<SaveProfileState>('save-profile', flash),
    readFlash<PublishState>('publish-mentor', flash),
    readFlash<MentorSwitchState>('unpublish-mentor', flash),
    readFlash<TakingBookingsState>('set-taking-bookings', flash),
    readFlash<PortraitState>('keep-portrait', flash),
    readFlash<RemovePortraitState>('remove-portrait', flash),
  ]);
  const outcome = outcomes.find((known) => known === done);
  if (standing === null && choices.length === 0) {
    return (
      <div className="pt-8">
        <EmptyState headingLevel="h1" title={t('appointedTitle')}>
          {t('appointedText')}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <PageHeader
        title={t(standing ? 'title' : 'becomeTitle')}
        description={t(standing ? 'lead' : 'becomeLead')}
      />
      {outcome && (
        <div className="pb-5">
          <ArrivalAlert key={outcome} tone="success" title={t(`done_${outcome}`)}>
            {outcome === 'created' && t('createdNext')}
          </ArrivalAlert>
        </div>
      )}
      <MessagesProvider
        namespaces={['mentorProfile', 'workspace', 'bookingFormat', 'portrait', 'zonePicker']}
      >
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <ProfileForm
            profile={profile}
            languages={ownLanguages(locale, [...profile.languages, profile.writtenIn])}
            isNew={standing === null}
            organizations={choices}
            first={saving}
          />
          {standing && (
            <div className="flex flex-col gap-6 max-lg:order-first">
              <PortraitCard
                key={standing.portraitId ?? 'none'}
                name={profile.name}
                seed={standing.slug}
                portraitId={standing.portraitId}
                first={{
                  // The proxy turned a post away that was too long for any action to see.
                  keep: picture === 'too_large' ? tooLargeState : keeping,
                  remove: removing,
                }}
              />
              <PublishCard
                isPublished={standing.isPublished}
                isApproved={standing.isApproved}
                reviewNote={standing.reviewNote}
                checklist={standing.checklist}
                page={mentorPath(standing)}
                first={{ publish: publishing, unpublish: unpublishing }}
              />
              {standing.isPublished && standing.isApproved && (
                <ShareCard url={`${env.APP_URL}${localizedPath(mentorPath(standing), locale)}`} />
              )}
              <TakingBookingsForm
                key={`${standing.takingBookings} ${standing.resumesOn} ${standing.awayMessage}`}
                takingBookings={standing.takingBookings}
                awayMessage={standing.awayMessage}
                resumesOn={standing.resumesOn}
                earliestResume={standing.earliestResume}
                first={opening}
              />
            </div>
          )}
        </div>
      </MessagesProvider>
    </>
  );
}
