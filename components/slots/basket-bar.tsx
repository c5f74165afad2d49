'use client';

import { useTranslations } from 'next-intl';
import { reviewAddress, stepsAddress } from './booking-address';
import { FootBar } from './foot-bar';
import type { BookableVariant } from './panel-data';
import { ButtonLink } from '@/components/ui/button-link';

/** How many, how long and for how much, and the way on. */
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
    <FootBar
      title={t('count', { count: basket.length })}
      detail={
        first === undefined
          ? t('choose')
          : t('total', {
              hours: Math.floor(minutes / 60),
              minutes: minutes % 60,
              price: basket.length * variant.priceCredits,
            })
      }
    >
      {first !== undefined && (
        <ButtonLink href={href} prefetch={false} rel="nofollow" className="shrink-0">
          {t('goOn')}
        </ButtonLink>
      )}
    </FootBar>
  );
}
