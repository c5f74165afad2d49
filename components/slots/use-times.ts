'use client';

import { useLocale } from 'next-intl';
import { useTransition } from 'react';
import { useRouter } from '@/i18n/router';
import { localizedPath } from '@/i18n/routing';
import { type AddressChoice, choiceQuery } from './booking-address';
import { useArrivalFocus } from './focus-on-arrival';
import { type Choosable, useChoice } from './use-choice';

/**
 * The times of some weeks and what is chosen of them, and the addresses of all that can be chosen: those
 * of `page`, without its language. What it returns is what a `TimePanel` draws.
 */
export function useTimes(asked: Choosable & { page: string; now: number }) {
  const { variant, weeks, page, now } = asked;
  const locale = useLocale();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const choice = useChoice(asked);
  useArrivalFocus(now);

  const shown = { from: choice.from, day: choice.day };
  const addressOf = (next: Partial<AddressChoice>) =>
    page +
    choiceQuery({ link: variant.link, variant: variant.variantId, slots: choice.basket, ...next });
  return {
    ...choice,
    weeks,
    now,
    shown,
    /** Another part of the page is on its way. */
    isPending,
    /** The page with what is chosen, without its language. */
    from: addressOf({ ...shown, slot: choice.slot }),
    hrefOf: (next: Partial<AddressChoice>) => localizedPath(addressOf(next), locale),
    /** Goes there; what is on the screen stays until it has come. */
    show: (next: Partial<AddressChoice>) => {
      startTransition(() => router.push(addressOf(next), { scroll: false }));
    },
  };
}

export type Times = ReturnType<typeof useTimes>;
