'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';
import { CancelTerms } from './cancel-terms';
import { loadBookingSteps } from './load-booking-steps';
import { isPlainClick } from './plain-click';
import type { BookableVariant } from './panel-data';

/** The way to the next step: a link to its page, and with JavaScript the dialog. */
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
  const label = t('continue', { price: variant.priceCredits });
  if (slot === null) {
    return (
      <p className="mt-4">
        <span className={`bg-sunken text-muted border-line flex min-h-13 items-center justify-center rounded-md border border-dashed px-4 text-center font-semibold`}>
          {t('chooseTime')}
        </span>
      </p>
    );
  }
  return (
    <div className="mt-4">
      <a
        href={href(slot)}
        rel="nofollow"
        // Its script is fetched while the finger is on its way.
        onPointerEnter={() => void loadBookingSteps()}
        onFocus={() => void loadBookingSteps()}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onOpen();
        }}
        className={buttonClass({ size: 'lg', wide: true })}
      >
        {label}
      </a>
      <p className="text-muted mt-3 text-center text-sm">
        <CancelTerms variant={variant} slot={slot} now={now} timeZone={timeZone} />
      </p>
    </div>
  );
}
