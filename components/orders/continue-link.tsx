'use client';

import { useLocale, useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';
import { FootBar } from '@/components/slots/foot-bar';
import { jumpToTimes, timesId } from '@/components/slots/jump-to-times';
import type { BookableVariant } from '@/components/slots/panel-data';
import { isPlainClick } from '@/components/slots/plain-click';
import { formatDayShort, formatTime } from '@/kernel/time/format';
import { CancelTerms } from './cancel-terms';
import { loadBookingSteps } from './load-booking-steps';

/**
 * What is chosen and the way to the next step: a link to its page, and with JavaScript the dialog; until
 * a time is chosen, the way down to the times.
 */
export function ContinueLink({
  variant,
  slot,
  now,
  timeZone,
  href,
  onOpen,
}: {
  variant: BookableVariant;
  slot: number | null;
  now: number;
  timeZone: string;
  href: (slot: number) => string;
  onOpen: () => void;
}) {
  const t = useTranslations('booking');
  const { durationMinutes, priceCredits: price } = variant;
  const place = { locale: useLocale(), timeZone };
  return (
    <>
      {slot !== null && (
        <p className="text-muted mt-4 text-center text-sm">
          <CancelTerms variant={variant} slot={slot} now={now} timeZone={timeZone} />
        </p>
      )}
      <FootBar
        title={
          slot === null
            ? t('lengthAndPrice', { count: durationMinutes, price })
            : t('dayAndTime', {
                day: formatDayShort(slot, place),
                time: formatTime(slot, place),
              })
        }
        detail={slot === null ? null : t('nextDetails')}
      >
        {/* One element in both states: when the dialog closes after booking, the focus comes back here. */}
        <a
          href={slot === null ? `#${timesId}` : href(slot)}
          rel="nofollow"
          // Its script is fetched while the finger is on its way.
          onPointerEnter={() => void loadBookingSteps()}
          onFocus={() => void loadBookingSteps()}
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            if (slot === null) {
              if (jumpToTimes()) event.preventDefault();
              return;
            }
            event.preventDefault();
            onOpen();
          }}
          className={`shrink-0 ${buttonClass({ variant: slot === null ? 'secondary' : 'primary' })}`}
        >
          {slot === null ? t('chooseTime') : t('continue', { price })}
        </a>
      </FootBar>
    </>
  );
}
