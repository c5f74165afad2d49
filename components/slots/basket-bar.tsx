'use client';

import { useTranslations } from 'next-intl';
import { reviewAddress, stepsAddress } from './booking-address';
import type { BookableVariant } from './panel-data';
import { ButtonLink } from '@/components/ui/button-link';

/**
 * How many, how long and for how much, and the way on. It sticks to the foot of the screen while the
 * panel is in sight, and stands at the panel's own foot in the end, so it covers nothing for good.
 */
export function BasketBar({
  variant,
  basket,
}: {
  variant: BookableVariant;
  basket: readonly number[];
}) {
  const t = useTranslations('basket');
  const [first, ...others] = basket;
  const minutes = basket.length * variant.durationMinutes;
  // One session is booked as ever: visitors can do that without signing in.
  const href =
    first !== undefined && others.length === 0
      ? stepsAddress(variant, first)
      : reviewAddress(variant, basket);
  return (
    <div
      data-foot-bar=""
      className="bg-surface sticky bottom-0 z-10 -mx-5 mt-4 -mb-5 rounded-b-xl border-t px-5 py-3 sm:-mx-6 sm:-mb-6 sm:px-6"
    >
      {first === undefined ? (
        <p className="text-muted flex min-h-13 items-center justify-center text-center font-semibold">
          {t('choose')}
        </p>
      ) : (
        <div className="flex items-center justify-between gap-4">
          <p className="text-sm tabular-nums">
            <strong className="block text-base font-semibold">
              {t('count', { count: basket.length })}
            </strong>
            <span className="text-muted">
              {t('total', {
                hours: Math.floor(minutes / 60),
                minutes: minutes % 60,
                price: basket.length * variant.priceCredits,
              })}
            </span>
          </p>
          <ButtonLink href={href} prefetch={false} rel="nofollow" size="lg">
            {t('goOn')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
