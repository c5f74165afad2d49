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
import { BookingPageHead } from '@/components/orders/booking-page-head';
import { VariantSummary } from '@/components/slots/variant-summary';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ZoneRefresh } from '@/components/layout/zone-refresh';
import { AwayNotice } from '@/components/mentors/away-notice';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { localizedPath } from '@/i18n/routing';
import { readFlash } from '@/lib/action-kit/flash';
import type { OrderState } from '@/lib/orders/schema/order-form';
import { loadMentorPage } from '@/lib/mentors/loaders/mentor-page';
import { loadSeveral } from '@/lib/orders/loaders/several';

/** It works without JavaScript, so nothing of it may stand under Suspense. */
export const instant = false;

type Props = PageProps<'/[locale]/mentors/[slug]/book/several'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [mentor, t] = await Promise.all([loadMentorPage(slug), getTranslations('batch')]);
  if (!mentor) return {};
  return { title: t('title', { name: mentor.name }), robots: { index: false } };
}

/** Several sessions of one service, looked through and booked at once: `?variant=…&slots=…`. */
export default async function SeveralPage({ params, searchParams }: Props) {
  const [{ slug }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const choice = readChoice(query);
  const asked = choice.slots ?? [];
  const [several, state, t, tMentor] = await Promise.all([
    loadSeveral({ slug, variantId: choice.variant, slots: asked }),
    readFlash<OrderState>('order', query['flash']),
    getTranslations('batch'),
    getTranslations('mentorPage'),
  ]);
  if (!several) notFound();
  const { mentor, chosen, timeZone, viewer } = several;
  const variant = chosen && bookableVariant(mentor, chosen);
  const slots = (variant && fittingSlots(asked, variant)) ?? [];
  const times = several.times.filter(({ start }) => slots.includes(start));
  const path = `/mentors/${slug}`;
  const calendar = variant ? path + choiceQuery({ variant: variant.variantId, slots }) : path;
  const isDone = state.status === 'ok';

  return (
    <div className="page-width max-w-form py-6">
      <ZoneRefresh renderedIn={timeZone} />
      <BookingPageHead mentor={mentor} title={t('title', { name: mentor.name })}>
        {variant && (
          <MessagesProvider namespaces={['booking']}>
            <VariantSummary variant={variant} />
          </MessagesProvider>
        )}
      </BookingPageHead>
      <MessagesProvider namespaces={['booking', 'answers', 'basket', 'batch']}>
        <Card isRaised>
          {mentor.isViewer ? (
            <Alert>{tMentor('ownPage')}</Alert>
          ) : !variant ? (
            <AwayNotice
              name={mentor.name}
              message={mentor.takingBookings ? '' : mentor.awayMessage}
              offersNothing={mentor.takingBookings}
            />
          ) : times.length === 0 && !isDone ? (
            <EmptyState
              title={t('emptyTitle')}
              actions={<ButtonLink href={calendar}>{t('chooseTimes')}</ButtonLink>}
            >
              {t('emptyText', { name: mentor.name })}
            </EmptyState>
          ) : viewer === null ? (
            <ReviewSignIn
              times={times}
              variant={variant}
              timeZone={timeZone}
              now={several.now}
              next={reviewAddress(variant, slots)}
              calendarHref={localizedPath(calendar, locale)}
            />
          ) : (
            <ReviewSteps
              key={slots.join()}
              order={{
                variant,
                viewer,
                timeZone,
                now: several.now,
                requestId: randomUUID(),
                from: reviewAddress(variant, slots),
                first: state,
              }}
              times={times}
              credits={several.credits}
              calendarHref={localizedPath(calendar, locale)}
            />
          )}
        </Card>
      </MessagesProvider>
    </div>
  );
}
