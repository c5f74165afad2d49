import { useLocale, useTranslations } from 'next-intl';
import type { BookingDetail, CancellingView } from '@/lib/bookings/schema/booking';
import { formatDateTime, formatDuration, type Place } from '@/kernel/time/format';
import { otherName } from './booking-names';

type Words = ReturnType<typeof useTranslations<'cancelling'>>;

/** What cancelling costs now and until when, said before the click: each line a sentence or two. */
export function CancellingTerms({
  booking,
  cancelling,
  timeZone,
}: {
  booking: BookingDetail;
  cancelling: CancellingView;
  timeZone: string;
}) {
  const t = useTranslations('cancelling');
  const names = useTranslations('bookingPage');
  const name = otherName(booking, names);
  const place = { locale: useLocale(), timeZone };
  const charged = booking.chargedCredits;
  const lines =
    booking.role === 'mentee'
      ? menteesTerms(cancelling, { charged, startsAt: booking.startsAt, name, place, t })
      : [
          t(cancelling.kind === 'cancel' ? 'mentorTerms' : 'declineTerms'),
          charged > 0 && t('backToThem', { credits: charged, name }),
        ];
  return lines.map(
    (line) =>
      line !== false && (
        <span key={line} className="block">
          {line}
        </span>
      ),
  );
}

/** What a mentee gives up and gets back, in credits, and until when that holds. */
function menteesTerms(
  { late, freeUntil, noticeMinutes, keptCredits, lateCredits }: CancellingView,
  {
    charged,
    startsAt,
    name,
    place,
    t,
  }: { charged: number; startsAt: number; name: string; place: Place; t: Words },
) {
  if (late) {
    const notice = formatDuration(noticeMinutes, place.locale);
    return [
      t('late', { name, notice }),
      keptCredits > 0
        ? t('kept', { kept: keptCredits, back: charged - keptCredits })
        : t(charged > 0 ? 'backToYou' : 'nothingPaid', { credits: charged }),
    ];
  }
  const untilStart = freeUntil === null || freeUntil >= startsAt;
  return [
    untilStart ? t('freeUntilStart') : t('freeUntil', { time: formatDateTime(freeUntil, place) }),
    charged > 0 && t('backToYou', { credits: charged }),
    lateCredits > 0 && t(untilStart ? 'keptIfAbsent' : 'keptLater', { credits: lateCredits, name }),
  ];
}
