import { useLocale, useTranslations } from 'next-intl';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { transitionRefusals } from '@/lib/bookings/rules/booking';
import type { TrailEntry } from '@/lib/bookings/schema/booking';
import { formatDateTime } from '@/kernel/time/format';
import { trailText } from './trail-text';

/** What an address may say was the reason. */
const reasons = ['not_found', 'superseded', 'nothing_left', ...transitionRefusals] as const;

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
  /** The reason, as the address says: anybody may write one. */
  refused: string | undefined;
  timeZone: string;
}) {
  const t = useTranslations('bookingPage');
  const words = useTranslations('bookingTrail');
  const locale = useLocale();
  const place = { locale, timeZone };
  const reason = reasons.find((known) => known === refused);
  if (reason === undefined) return null;
  const last = trail.findLast(({ isMessage }) => !isMessage);
  const isOvertaken = reason === 'not_allowed' || reason === 'expired' || reason === 'superseded';
  return (
    <ArrivalAlert tone="warning" title={t('refusedTitle')}>
      {t(`refused_${reason}`)}
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
