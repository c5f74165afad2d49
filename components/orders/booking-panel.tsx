'use client';

import { mentorPath } from '@/domain/mentors';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { stepsAddress } from '@/components/slots/booking-address';
import { focusOnArrival } from '@/components/slots/focus-on-arrival';
import { SeveralSwitch } from '@/components/slots/several-switch';
import { TimePanel } from '@/components/slots/time-panel';
import { useTimes } from '@/components/slots/use-times';
import { Alert } from '@/components/ui/alert';
import { useRouter } from '@/i18n/router';
import { localizedPath } from '@/i18n/routing';
import { toggled } from '@/lib/slots/rules/basket';
import { formatTime } from '@/kernel/time/format';
import { BookingDialog } from './booking-dialog';
import { ContinueLink } from './continue-link';
import type { OrderPanelData } from './order-data';
import { useStepsEntry } from './use-steps-entry';

/** The basket of those who choose several times: not part of the page's own script. */
const loadBasket = async () => (await import('@/components/slots/basket')).Basket;
// Without a fallback there is no Suspense around it, which would hide it from those without JavaScript.
const Basket = dynamic(loadBasket);

/** A little over the dialog's own 200 ms. */
const fadeMs = 300;

/**
 * The times of a service, and the way on from one of them, or from several: the steps, which open over
 * the page once JavaScript is there.
 * @param isPage on the page of the steps itself, where choosing a time leads on
 * @param isPreview for the mentor themselves, who looks at the times but cannot book them
 */
export function BookingPanel({
  data,
  isPage = false,
  isPreview = false,
}: {
  data: OrderPanelData;
  isPage?: boolean;
  isPreview?: boolean;
}) {
  const { variant, now } = data;
  const t = useTranslations('booking');
  const locale = useLocale();
  const router = useRouter();
  const [, startSwitching] = useTransition();
  const [isBooked, setIsBooked] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const page = `${mentorPath(variant)}${isPage ? '/book' : ''}`;
  const times = useTimes({ ...data, slots: isPreview ? null : data.slots, page });
  const { shown, timeZone, day, slot, goneSlot, basket, hrefOf, show } = times;
  const steps = useStepsEntry({
    isOpenAtFirst: data.isOpen && !isPage && !isPreview,
    onReturn: (choice) => {
      times.restore(choice);
      if (!choice.isOpen && isBooked) endSteps();
    },
  });

  /** The times behind the dialog have changed. Only once it has faded: until then it holds the focus. */
  function endSteps() {
    setIsBooked(false);
    if (day !== null) times.chooseDay(day);
    focusOnArrival('[data-day][tabindex="0"]');
    setTimeout(() => {
      setAttempt(attempt + 1);
      router.refresh();
    }, fadeMs);
  }

  const spacingMs = variant.spacingMinutes * 60_000;
  const stepsHref = (start: number) => localizedPath(stepsAddress(variant, start), locale);
  const hrefOfBasket = (next: number[] | null) => hrefOf({ ...shown, slot, slots: next });

  function chooseSlot(start: number) {
    if (basket !== null) times.toggleSlot(start, spacingMs);
    else if (isPage) show({ slot: start });
    else times.chooseSlot(start);
  }

  function hrefOfSlot(start: number): string {
    if (basket !== null) return hrefOf({ ...shown, slots: toggled(basket, start, spacingMs) });
    return isPage ? stepsHref(start) : hrefOf({ ...shown, slot: start });
  }

  return (
    <div>
      {goneSlot !== null && (
        <div className="mb-4">
          <Alert tone="warning">
            {t('goneAlert', { time: formatTime(goneSlot, { locale, timeZone }) })}
          </Alert>
        </div>
      )}
      <TimePanel
        times={times}
        mentor={{ name: variant.mentorName, timeZone: variant.timeZone }}
        ticks={basket && { basket, spacingMs }}
        hrefOfSlot={hrefOfSlot}
        onSlot={chooseSlot}
      >
        {!isPreview && (
          <SeveralSwitch
            isOn={basket !== null}
            href={basket === null ? hrefOfBasket(slot === null ? [] : [slot]) : hrefOfBasket(null)}
            onToggle={() => startSwitching(times.toggleSeveral)}
            onReach={() => void loadBasket()}
          />
        )}
      </TimePanel>
      {isPreview && (
        <div className="mt-4">
          <Alert title={t('previewTitle')}>{t('previewText')}</Alert>
        </div>
      )}
      {basket !== null && (
        <Basket
          variant={variant}
          basket={basket}
          weeks={data.weeks}
          timeZone={timeZone}
          now={now}
          series={data.series}
          page={page}
          address={{ link: variant.link, variant: variant.variantId, ...shown }}
          hrefOf={hrefOfBasket}
          onChange={times.chooseMany}
          onSeries={(series) => {
            focusOnArrival('[data-series]');
            show({ ...shown, series });
          }}
        />
      )}
      {!isPage && !isPreview && basket === null && (
        <ContinueLink
          variant={variant}
          slot={slot}
          now={now}
          timeZone={timeZone}
          href={stepsHref}
          onOpen={steps.open}
        />
      )}
      {!isPage && !isPreview && slot !== null && (
        <BookingDialog
          key={attempt}
          isOpen={steps.isOpen}
          onClose={steps.close}
          isBooked={isBooked}
          onBooked={() => setIsBooked(true)}
          data={data}
          slot={slot}
          timeZone={timeZone}
        />
      )}
    </div>
  );
}
