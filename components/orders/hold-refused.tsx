import type { MentorHandle } from '@/domain/mentors';
import { useLocale, useTranslations } from 'next-intl';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { ButtonLink } from '@/components/ui/button-link';
import { formatDateTime, timeZoneName } from '@/kernel/time/format';
import { stepsAddress } from '@/components/slots/booking-address';
import type { ReadingZone } from '@/lib/bookings/schema/booking';
import type { BookingRefusal } from '@/lib/orders/schema/order';
import { OtherTimes } from './other-times';

/** Why the button could not book, and what will: the nearest free times, one tap each. */
export function HoldRefused({
  reason,
  alternatives,
  isSignedIn,
  name,
  mentorHandle,
  variantId,
  link,
  takesBookings,
  timeZone,
  isViewersZone,
}: ReadingZone & {
  reason: BookingRefusal;
  /** Free starts, in epoch milliseconds. */
  alternatives: number[];
  isSignedIn: boolean;
  name: string;
  mentorHandle: MentorHandle;
  variantId: string;
  /** By which the service is reached; null: everybody sees it, or it has another now. */
  link: string | null;
  takesBookings: boolean;
}) {
  const t = useTranslations('hold');
  const times = useTranslations('bookingTimes');
  const locale = useLocale();
  const place = { locale, timeZone };
  const [first] = alternatives;
  const isAboutTime = reason === 'slot_taken' || reason === 'not_offered';
  const text =
    isAboutTime && alternatives.length === 0
      ? t('refused_noneFree')
      : t(`refused_${reason}`, { name });
  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-3xl sm:text-4xl">{t('refusedTitle')}</h1>
      <ArrivalAlert tone="warning">
        <p>{text}</p>
        {isSignedIn && reason !== 'own_slot' && <p className="mt-1">{t('signedIn')}</p>}
      </ArrivalAlert>
      {first !== undefined && (
        <ul aria-label={t('alternatives')} className="flex flex-col gap-3">
          {alternatives.map((startsAt) => (
            <li key={startsAt}>
              <ButtonLink
                href={stepsAddress({ ...mentorHandle, variantId, link }, startsAt)}
                prefetch={false}
                wide
              >
                <span className="first-letter:uppercase">{formatDateTime(startsAt, place)}</span>
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      {first !== undefined && (
        <p className="text-muted text-sm">
          {times(isViewersZone ? 'inYourZone' : 'inMentorsZone', {
            zone: timeZoneName(first, place),
          })}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <OtherTimes
          {...{ mentorHandle, variantId, link }}
          // It may be of a moment ago.
          takesBookings={takesBookings && reason !== 'not_taking_bookings'}
          label={t('otherTimes')}
          variant="secondary"
        />
        {isSignedIn && reason === 'not_enough_credits' && (
          <ButtonLink href="/credits" variant="secondary">
            {t('myCredits')}
          </ButtonLink>
        )}
        {isSignedIn && (
          <ButtonLink href="/bookings" variant="secondary">
            {t('mySessions')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
