import type { MentorHandle } from '@/domain/mentors';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { OtherTimes } from './other-times';

export type HoldEnding = 'used' | 'link_expired' | 'cancelled' | 'over';

const words = {
  used: ['usedTitle', 'usedText'],
  link_expired: ['linkExpiredTitle', 'linkExpiredText'],
  cancelled: ['cancelledTitle', 'cancelledText'],
  over: ['overTitle', 'overText'],
} as const;

/** A hold that its link can do nothing for any more: why, and the way on. */
export function HoldEnded({
  ending,
  name,
  mentorHandle,
  variantId,
  link,
  takesBookings,
  bookingId,
}: {
  ending: HoldEnding;
  name: string;
  mentorHandle: MentorHandle;
  variantId: string;
  /** By which the service is reached; null: everybody sees it, or it has another now. */
  link: string | null;
  takesBookings: boolean;
  /** The viewer's own booking that came of it. */
  bookingId: string | null;
}) {
  const t = useTranslations('hold');
  const [title, text] = words[ending];
  const chooseTime = (
    <OtherTimes
      {...{ mentorHandle, variantId, takesBookings, link }}
      label={t('chooseTime')}
      variant={ending === 'used' ? 'secondary' : 'primary'}
    />
  );
  return (
    <EmptyState
      headingLevel="h1"
      title={t(title)}
      actions={
        ending === 'used' ? (
          <>
            {bookingId === null ? (
              <ButtonLink href="/sign-in?next=%2Fbookings">{t('signIn')}</ButtonLink>
            ) : (
              <ButtonLink href={`/bookings/${bookingId}`}>{t('seeBooking')}</ButtonLink>
            )}
            {takesBookings && chooseTime}
          </>
        ) : (
          chooseTime
        )
      }
    >
      {t(text, { name })}
      {ending !== 'used' && !takesBookings && ` ${t('refused_not_taking_bookings', { name })}`}
    </EmptyState>
  );
}

/** A link that leads to no hold at all. */
export function HoldUnknown() {
  const t = useTranslations('hold');
  return (
    <EmptyState
      headingLevel="h1"
      title={t('unknownTitle')}
      actions={<ButtonLink href="/mentors">{t('findMentor')}</ButtonLink>}
    >
      {t('unknownText')}
    </EmptyState>
  );
}
