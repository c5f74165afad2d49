import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { bookableVariant } from '@/components/slots/bookable-variant';
import { type AddressChoice, fittingSlots } from '@/components/slots/booking-address';
import { BookingPanel } from '@/components/orders/booking-panel';
import { VariantSummary } from '@/components/slots/variant-summary';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { AwayNotice } from '@/components/mentors/away-notice';
import { LinkVoid } from '@/components/mentors/link-void';
import { MentorAbout, MentorHeader } from '@/components/mentors/mentor-header';
import { MentorLinks } from '@/components/mentors/mentor-links';
import { MentorStructuredData } from '@/components/mentors/mentor-structured-data';
import { ServiceChoice } from '@/components/mentors/service-choice';
import { UnpublishedNotice } from '@/components/mentors/unpublished-notice';
import { mentorPath } from '@/domain/mentors';
import { siteUrl } from '@/i18n/alternates';
import type { BookingPanel as LoadedPanel } from '@/lib/orders/loaders/booking-panel';
import { chosenOffer, type MentorPage } from '@/lib/mentors/loaders/mentor-page';
import { portraitSrc } from '@/lib/portraits/constants';

/** The mentor, and what they offer. */
export async function MentorProfile({
  mentor: promise,
  choice,
}: {
  mentor: Promise<MentorPage | null>;
  choice: AddressChoice;
}) {
  const [mentor, t, locale] = await Promise.all([
    promise,
    getTranslations('mentorPage'),
    getLocale(),
  ]);
  if (!mentor) notFound();
  const path = mentorPath(mentor);
  const portrait = portraitSrc(mentor.portraitId, 'large');
  return (
    <>
      {!mentor.isPublished && <UnpublishedNotice />}
      {mentor.isLinkVoid && <LinkVoid name={mentor.name} />}
      {mentor.isPublic && mentor.isPublished && mentor.link === null && (
        <MentorStructuredData
          mentor={mentor}
          url={siteUrl(path, locale)}
          image={portrait && siteUrl(portrait, 'en')}
        />
      )}
      <MentorHeader {...mentor} />
      <MentorAbout {...mentor} />
      <MentorLinks links={mentor.links} />
      {mentor.services.length > 0 && (
        <section aria-label={t('offers')} className="mt-8 sm:mt-10">
          <h2 className="text-2xl">{t('offers')}</h2>
          <ServiceChoice
            services={mentor.services}
            chosenVariantId={chosenOffer(mentor.services, choice)?.variant.id ?? null}
            path={mentor.takingBookings ? path : null}
            day={choice.day}
            link={mentor.link}
          />
        </section>
      )}
    </>
  );
}

/** The panel with the times, or why there are none. */
export async function MentorTimes({
  panel: promise,
  choice,
  flash,
}: {
  panel: Promise<LoadedPanel | null>;
  choice: AddressChoice;
  /** Of the page's address. */
  flash: string | string[] | undefined;
}) {
  const [panel, t] = await Promise.all([promise, getTranslations('mentorPage')]);
  if (!panel) notFound();
  const { mentor, chosen, weeks } = panel;
  const variant = chosen && bookableVariant(mentor, chosen);
  return (
    <MessagesProvider namespaces={['booking', 'answers', 'basket', 'zonePicker']}>
      <h2 className="text-2xl">{t('panelHeading')}</h2>
      {variant && (
        <div className="mt-1 mb-4">
          <VariantSummary variant={variant} />
        </div>
      )}
      {(!variant || !weeks) && (
        <AwayNotice
          name={mentor.name}
          message={mentor.takingBookings ? '' : mentor.awayMessage}
          resumesOn={mentor.resumesOn}
          writtenIn={mentor.writtenIn}
          offersNothing={mentor.takingBookings}
        />
      )}
      <ZoneQuestion flash={flash} />
      {variant && weeks && (
        <BookingPanel
          isPreview={mentor.isViewer}
          data={{
            ...panelData(panel, weeks),
            variant,
            day: choice.day,
            slot: choice.slot,
            isOpen: choice.isOpen,
            slots: fittingSlots(choice.slots, variant, panel.series),
          }}
        />
      )}
    </MessagesProvider>
  );
}

/** Field by field: what is not named here is not sent to the browser. */
export function panelData(
  { series, viewer, balance, viewerTimeZone, keepsMails, now }: LoadedPanel,
  weeks: NonNullable<LoadedPanel['weeks']>,
) {
  return { series, viewer, balance, viewerTimeZone, keepsMails, now, weeks };
}
