import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense, type ReactNode } from 'react';
import { choiceQuery, weeksOfChoice, readChoice } from '@/components/slots/booking-address';
import { BookingPanelSkeleton, MentorProfileSkeleton } from '@/components/mentors/mentor-skeletons';
import { timesId } from '@/components/slots/jump-to-times';
import { mentorPath } from '@/domain/mentors';
import { drawable } from '@/components/share/share-picture';
import { Card } from '@/components/ui/card';
import { sharedMetadata } from '@/i18n/alternates';
import { localizedPath } from '@/i18n/routing';
import { loadBookingPanel } from '@/lib/orders/loaders/booking-panel';
import { loadMentorPage } from '@/lib/mentors/loaders/mentor-page';
import { giveHeadStart } from '@/kernel/time/head-start';
import type { AskedMentor } from './asked-mentor';
import { MentorProfile, MentorTimes } from './mentor-sections';

/**
 * The page waits a moment for the database before anything leaves. Nearly always everything is there by
 * then: an unknown mentor gets a real 404, and nothing has to be put into place by script, so the page
 * is whole without JavaScript. A slow database gets the skeletons.
 */
const headStartMs = 400;

export async function describeMentor({ handle, query }: AskedMentor): Promise<Metadata> {
  const { organization, slug } = handle;
  const { link } = readChoice(query);
  const [mentor, t] = await Promise.all([
    loadMentorPage(organization, slug, link),
    getTranslations('mentorPage'),
  ]);
  if (!mentor) return {};
  const { name, headline, city } = mentor;
  // Members of an organization see its mentors; the rest of the world need not find them.
  const isForEverybody = mentor.isPublic && mentor.isPublished;
  const path = mentorPath(handle);
  // Names that the renderer has no letters for are not drawn.
  const hasPicture = isForEverybody && drawable(name) !== '';
  const alt = [name, headline, city].filter(Boolean).join(', ');
  const picture = hasPicture ? { path: `${path}/share-picture`, alt } : undefined;
  const title = t('title', { name, headline });
  const description = t('description', { name, headline });
  return {
    title,
    description,
    ...(await sharedMetadata(path, { title, description, picture })),
    ...(!(isForEverybody && link === null) && { robots: { index: false } }),
    // No other site gets to know a link.
    ...(link !== null && { referrer: 'same-origin' }),
  };
}

/** A mentor with the times that can be booked, wherever their page is. */
export async function MentorView({ handle, query }: AskedMentor) {
  const { organization, slug } = handle;
  const t = await getTranslations('mentorPage');
  const choice = readChoice(query);
  const mentor = loadMentorPage(organization, slug, choice.link);
  const panel = loadBookingPanel({
    ...handle,
    wanted: choice,
    weeksIn: (timeZone) => weeksOfChoice(choice, timeZone),
  });
  const isReady = await giveHeadStart(Promise.all([mentor, panel]), headStartMs);
  if (isReady && (await mentor) === null) notFound();

  return (
    <div className="page-width py-6 sm:py-10">
      <NoScriptLink href={`${mentorPath(handle)}/book${choice.link ? choiceQuery(choice) : ''}`} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0">
          <StreamUnless isReady={isReady} fallback={<MentorProfileSkeleton />}>
            <MentorProfile mentor={mentor} choice={choice} />
          </StreamUnless>
        </div>
        <Card
          as="section"
          id={timesId}
          isRaised
          aria-label={t('panelHeading')}
          className="min-w-0 self-start lg:sticky lg:top-5"
        >
          <StreamUnless isReady={isReady} fallback={<BookingPanelSkeleton />}>
            <MentorTimes panel={panel} choice={choice} flash={query['flash']} />
          </StreamUnless>
        </Card>
      </div>
    </div>
  );
}

/** React hides what stands in a large boundary until its script has run, even when it was ready. */
function StreamUnless({
  isReady,
  fallback,
  children,
}: {
  isReady: boolean;
  fallback: ReactNode;
  children: ReactNode;
}) {
  return isReady ? children : <Suspense fallback={fallback}>{children}</Suspense>;
}

/** Where the database was slow, what streams in stays hidden without JavaScript; the plain page does not. */
async function NoScriptLink({ href }: { href: string }) {
  const [t, locale] = await Promise.all([getTranslations('mentorPage'), getLocale()]);
  return (
    <noscript>
      <p className="mb-6">
        <a href={localizedPath(href, locale)} className="text-link">
          {t('plainLink')}
        </a>
      </p>
    </noscript>
  );
}
