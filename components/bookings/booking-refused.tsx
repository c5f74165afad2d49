import { useLocale, useTranslations } from 'next-intl';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import type { TrailEntry } from '@/lib/bookings/schema/booking';
import { formatDateTime } from '@/kernel/time/format';
import { refusalOf, refusalText } from './refusal-text';
import { trailText } from './trail-text';

/**
 * What is said on arriving from an action that came too late: that nothing was changed by it, and who
 * was faster with what, and when. The page around it shows the booking as it is now.
 */
export function BookingRefused({
  trail,
  refused,
  timeZone,
}: {
  trail: readonly TrailEntry[];
  /** The reason, as the address says. */
  refused: string | undefined;
  timeZone: string;
}) {
  const t = useTranslations('bookingPage');
  const words = useTranslations('bookingTrail');
  const locale = useLocale();
  const place = { locale, timeZone };
  const reason = refusalOf(refused);
  if (reason === null) return null;
  const last = trail.at(-1);
  const isOvertaken = reason === 'not_allowed' || reason === 'expired' || reason === 'superseded';
  return (
    <ArrivalAlert tone="warning" title={t('refusedTitle')}>
      {refusalText({ reason, data: null }, t)}
      {isOvertaken && last && (
        <strong className="mt-1 block font-semibold">
          {t('refusedSince', {
            what: trailText(last, words, place),
            when: formatDateTime(last.at, place),
          })}
        </strong>
      )}
    </ArrivalAlert>
  );
}
