import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { bookableVariant } from '@/components/slots/bookable-variant';
import {
  choiceQuery,
  fittingSlots,
  weeksOfChoice,
  readChoice,
  stepsAddress,
} from '@/components/slots/booking-address';
import { BookingPanel } from '@/components/orders/booking-panel';
import { BookingSteps } from '@/components/orders/booking-steps';
import { VariantSummary } from '@/components/slots/variant-summary';
import { ServiceChoice } from '@/components/mentors/service-choice';
import { mentorPath } from '@/domain/mentors';
import { StepIndicator } from '@/components/ui/step-indicator';
import { localizedPath } from '@/i18n/routing';
import { readFlash } from '@/lib/action-kit/flash';
import type { OrderState } from '@/lib/orders/schema/order-form';
import { loadBookingPanel } from '@/lib/orders/loaders/booking-panel';
import { loadMentorPage } from '@/lib/mentors/loaders/mentor-page';
import type { AskedMentor } from '../asked-mentor';
import { panelData } from '../mentor-sections';
import { BookingPageFrame } from './booking-page-frame';

export async function describeBooking({ handle, query }: AskedMentor): Promise<Metadata> {
  const { link } = readChoice(query);
  const [mentor, t] = await Promise.all([
    loadMentorPage(handle.organization, handle.slug, link),
    getTranslations('mentorPage'),
  ]);
  if (!mentor) return {};
  return {
    title: t('bookTitle', { name: mentor.name }),
    robots: { index: false },
    ...(link !== null && { referrer: 'same-origin' }),
  };
}

/** The steps of booking as a page: `?variant=…` to choose a time, with `&slot=…` for the details. */
export async function BookView({ handle, query }: AskedMentor) {
  const locale = await getLocale();
  const choice = readChoice(query);
  const [panel, state, t, tBooking] = await Promise.all([
    loadBookingPanel({
      ...handle,
      wanted: choice,
      weeksIn: (timeZone) => weeksOfChoice(choice, timeZone),
    }),
    readFlash<OrderState>('order', query['flash']),
    getTranslations('mentorPage'),
    getTranslations('booking'),
  ]);
  if (!panel) notFound();
  const { mentor, chosen, weeks } = panel;
  const variant = chosen && bookableVariant(mentor, chosen);
  const path = mentorPath(handle);
  const timeZone = panel.viewerTimeZone ?? mentor.timeZone;
  const { slot } = choice;
  // A time that has gone meanwhile keeps the form when there is an answer to show with it.
  const isFree = slot !== null && weeks?.starts.includes(slot) === true;
  const showsDetails = slot !== null && (isFree || state.status !== 'idle');

  return (
    <BookingPageFrame
      mentor={mentor}
      flash={query['flash']}
      offersSomething={variant !== null}
      title={t('bookTitle', { name: mentor.name })}
      lead={
        <p className="text-muted mt-1">{showsDetails ? t('bookDetailsLead') : t('bookLead')}</p>
      }
      foot={
        !showsDetails &&
        mentor.services.length > 0 && (
          <section aria-label={t('offers')} className="mt-8">
            <h2 className="text-xl">{t('offers')}</h2>
            <ServiceChoice
              services={mentor.services}
              chosenVariantId={variant?.variantId ?? null}
              path={mentor.takingBookings ? `${path}/book` : null}
              day={choice.day}
              link={mentor.link}
            />
          </section>
        )
      }
    >
      {variant &&
        weeks &&
        (showsDetails ? (
          <BookingSteps
            order={{
              variant,
              viewer: panel.viewer,
              timeZone,
              viewerTimeZone: panel.viewerTimeZone,
              now: panel.now,
              requestId: randomUUID(),
              from: stepsAddress(variant, slot),
              first: state,
            }}
            balance={panel.balance}
            slot={slot}
            settledFormat={weeks.settled.find(({ start }) => start === slot)?.format ?? null}
            keepsMails={panel.keepsMails}
            changeTimeHref={localizedPath(
              `${path}/book${choiceQuery({ link: mentor.link, variant: variant.variantId })}`,
              locale,
            )}
          />
        ) : (
          <>
            <div className="mb-5">
              <StepIndicator
                label={tBooking('steps')}
                steps={[tBooking('stepTime'), tBooking('stepDetails'), tBooking('stepDone')]}
                current={0}
              />
            </div>
            <h2 className="sr-only">{tBooking('stepTime')}</h2>
            <h2 className="sr-only">{tBooking('chooseTime')}</h2>
            <VariantSummary variant={variant} />
            <div className="mt-4">
              <BookingPanel
                isPage
                data={{
                  ...panelData(panel, weeks),
                  variant,
                  day: choice.day,
                  slot,
                  isOpen: false,
                  slots: fittingSlots(choice.slots, variant, panel.series),
                }}
              />
            </div>
          </>
        ))}
    </BookingPageFrame>
  );
}
