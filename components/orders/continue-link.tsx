'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';
import type { BookableVariant } from '@/components/slots/panel-data';
import { isPlainClick } from '@/components/slots/plain-click';
import { CancelTerms } from './cancel-terms';
import { loadBookingSteps } from './load-booking-steps';

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
  return (
    <div className="mt-4">
      {/* One element in both states: when the dialog closes after booking, the focus comes back here. */}
      <a
        role={slot === null ? 'link' : undefined}
        href={slot === null ? undefined : href(slot)}
        rel="nofollow"
        tabIndex={slot === null ? -1 : undefined}
        aria-disabled={slot === null}
        // Its script is fetched while the finger is on its way.
        onPointerEnter={() => void loadBookingSteps()}
        onFocus={() => void loadBookingSteps()}
        onClick={(event) => {
          if (slot === null || !isPlainClick(event)) return;
          event.preventDefault();
          onOpen();
        }}
        className={slot === null ? waitingClass : buttonClass({ size: 'lg', wide: true })}
      >
        {slot === null ? t('chooseTime') : t('continue', { price: variant.priceCredits })}
      </a>
      {slot !== null && (
        <p className="text-muted mt-3 text-center text-sm">
          <CancelTerms variant={variant} slot={slot} now={now} timeZone={timeZone} />
        </p>
      )}
    </div>
  );
}

const waitingClass =
  'bg-sunken text-muted border-line flex min-h-13 items-center justify-center rounded-md border border-dashed px-4 text-center font-semibold';
