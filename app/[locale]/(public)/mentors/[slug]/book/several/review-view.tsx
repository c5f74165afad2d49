import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ReviewSteps } from '@/components/orders/review-steps';
import { ReviewSignIn } from '@/components/orders/review-sign-in';
import { bookableVariant } from '@/components/slots/bookable-variant';
import {
  choiceQuery,
  fittingSlots,
  readChoice,
  reviewAddress,
} from '@/components/slots/booking-address';
import { VariantSummary } from '@/components/slots/variant-summary';
import { mentorPath } from '@/domain/mentors';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { localizedPath } from '@/i18n/routing';
import { readFlash } from '@/lib/action-kit/flash';
import type { OrderState } from '@/lib/orders/schema/order-form';
import { loadBookingPanel } from '@/lib/orders/loaders/booking-panel';
import { loadMentorPage } from '@/lib/mentors/loaders/mentor-page';
import type { AskedMentor } from '../../asked-mentor';
import { BookingPageFrame } from '../booking-page-frame';

export async function describeReview({ handle, query }: AskedMentor): Promise<Metadata> {
  const { link } = readChoice(query);
  const [mentor, t] = await Promise.all([
    loadMentorPage(handle.organization, handle.slug, link),
    getTranslations('batch'),
  ]);
  if (!mentor) return {};
  return {
    title: t('title', { name: mentor.name }),
    robots: { index: false },
    ...(link !== null && { referrer: 'same-origin' }),
  };
}

/** Several sessions of one service, looked through and booked at once: `?variant=…&slots=…`. */
export async function ReviewView({ handle, query }: AskedMentor) {
  const locale = await getLocale();
  const choice = readChoice(query);
  const asked = choice.slots ?? [];
  const [panel, state, t] = await Promise.all([
    loadBookingPanel({ ...handle, wanted: choice, starts: asked }),
    readFlash<OrderState>('order', query['flash']),
    getTranslations('batch'),
  ]);
  if (!panel) notFound();
  const { mentor, chosen, viewer, now } = panel;
  const timeZone = panel.viewerTimeZone ?? mentor.timeZone;
  const variant = chosen && bookableVariant(mentor, chosen);
  const slots = (variant && fittingSlots(asked, variant)) ?? [];
  const times = panel.times.filter(({ start }) => slots.includes(start));
  const path = mentorPath(handle);
  const calendar = variant
    ? path + choiceQuery({ link: mentor.link, variant: variant.variantId, slots })
    : path;
  const calendarHref = localizedPath(calendar, locale);

  return (
    <BookingPageFrame
      mentor={mentor}
      flash={query['flash']}
      offersSomething={variant !== null}
      title={t('title', { name: mentor.name })}
      lead={variant && <VariantSummary variant={variant} />}
    >
      {variant &&
        (times.length === 0 && state.status !== 'ok' ? (
          <EmptyState
            title={t('emptyTitle')}
            actions={<ButtonLink href={calendar}>{t('chooseTimes')}</ButtonLink>}
          >
            {t('emptyText', { name: mentor.name })}
          </EmptyState>
        ) : viewer === null ? (
          <ReviewSignIn
            {...{ times, variant, timeZone, now, calendarHref }}
            next={reviewAddress(variant, slots)}
          />
        ) : (
          <ReviewSteps
            key={slots.join()}
            order={{
              variant,
              viewer,
              timeZone,
              viewerTimeZone: panel.viewerTimeZone,
              now,
              requestId: randomUUID(),
              from: reviewAddress(variant, slots),
              first: state,
            }}
            times={times}
            credits={panel.balance?.credits ?? null}
            calendarHref={calendarHref}
          />
        ))}
    </BookingPageFrame>
  );
}
