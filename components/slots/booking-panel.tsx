'use client';

import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert';
import { LiveRegion } from '@/components/ui/live-region';
import { localizedPath } from '@/i18n/routing';
import { useRouter } from '@/i18n/navigation';
import { toggled } from '@/lib/slots/rules/basket';
import { monthOf, noonOf } from '@/kernel/time/calendar';
import { formatDay, formatMonth, formatTime, localDay } from '@/kernel/time/format';
import { type AddressChoice, choiceQuery, stepsAddress } from './booking-address';
import { BookingDialog } from '@/components/orders/booking-dialog';
import { ContinueLink } from './continue-link';
import { focusOnArrival, useArrivalFocus } from './focus-on-arrival';
import { loadBasket } from './load-basket';
import { MonthCalendar } from './month-calendar';
import { NothingFree } from './nothing-free';
import type { PanelData } from './panel-data';
import { SeveralSwitch } from './several-switch';
import { SlotList } from './slot-list';
import { useChoice } from './use-choice';
import { ZoneLine } from './zone-line';

// Without a fallback there is no Suspense around it, which would hide it from those without JavaScript.
const Basket = dynamic(loadBasket);

/**
 * A month, a day's free times, and the way on. Everything that is chosen is a link, so it works as
 * soon as it is on the screen; once JavaScript is there, days and times of the month answer at once,
 * other months come from the server while the old one stays, and the steps open over the page.
 * @param isPage on the page of the steps itself, where choosing a time leads on
 * @param isPreview for the mentor themselves, who looks at the times but cannot book them
 */
export function BookingPanel({
  data,
  isPage = false,
  isPreview = false,
}: {
  data: PanelData;
  isPage?: boolean;
  isPreview?: boolean;
}) {
  const { variant, month, now } = data;
  const t = useTranslations('booking');
  const locale = useLocale();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [, startSwitching] = useTransition();
  const [isOpen, setIsOpen] = useState(false);
  const choice = useChoice(data);
  useArrivalFocus(now);
  const { timeZone, days, day, slots, slot, goneSlot } = choice;
  const basket = isPreview ? null : choice.basket;
  const spacingMs = variant.spacingMinutes * 60_000;

  const page = `/mentors/${variant.slug}${isPage ? '/book' : ''}`;
  const queryOf = (next: Partial<AddressChoice>) =>
    choiceQuery({ variant: variant.variantId, slots: basket, ...next });
  const hrefOf = (next: Partial<AddressChoice>) => localizedPath(page, locale) + queryOf(next);
  const stepsHref = (start: number) => localizedPath(stepsAddress(variant, start), locale);

  function show(next: Partial<AddressChoice>) {
    startTransition(() => {
      router.push(page + queryOf(next), { scroll: false });
    });
  }
  const shown = { month: month.month, day };
  const hrefOfBasket = (next: number[] | null) => hrefOf({ ...shown, slot, slots: next });

  function chooseSlot(start: number) {
    if (basket !== null) choice.toggleSlot(start, spacingMs);
    else if (isPage) show({ slot: start });
    else choice.chooseSlot(start);
  }

  function hrefOfSlot(start: number): string {
    if (basket !== null) return hrefOf({ ...shown, slots: toggled(basket, start, spacingMs) });
    return isPage ? stepsHref(start) : hrefOf({ ...shown, slot: start });
  }

  const counts = new Map([...days].map(([key, starts]) => [key, starts.length]));
  const goneDay = goneSlot === null ? null : localDay(goneSlot, timeZone);
  const nearest = goneSlot === null ? [] : nearestTo(goneSlot, month.starts);

  return (
    <div>
      {goneSlot !== null && (
        <div className="mb-4">
          <Alert tone="warning">
            {t('goneAlert', { time: formatTime(goneSlot, { locale, timeZone }) })}
          </Alert>
        </div>
      )}
      <MonthCalendar
        month={month.month}
        previous={month.previous}
        next={month.next}
        counts={counts}
        day={day}
        today={localDay(now, timeZone)}
        isPending={isPending}
        hrefOf={hrefOf}
        onDay={choice.chooseDay}
        onMonth={(to) => show({ month: to })}
      />
      {day !== null && days.size > 0 ? (
        <SlotList
          day={day}
          slots={slots}
          slot={slot}
          goneSlot={goneDay === day ? goneSlot : null}
          nearest={nearest}
          ticks={basket && { basket, spacingMs }}
          timeZone={timeZone}
          month={month}
          hrefOf={hrefOfSlot}
          onSlot={chooseSlot}
        />
      ) : (
        <NothingFree
          month={month}
          mentorName={variant.mentorName}
          timeZone={timeZone}
          hrefOf={(start) => hrefOf({ day: localDay(start, timeZone) })}
          onJump={(start) => {
            const to = localDay(start, timeZone);
            focusOnArrival(`[data-day="${to}"]`);
            show({ day: to });
          }}
        />
      )}
      {!isPreview && (
        <SeveralSwitch
          isOn={basket !== null}
          href={basket === null ? hrefOfBasket(slot === null ? [] : [slot]) : hrefOfBasket(null)}
          onToggle={() => startSwitching(choice.toggleSeveral)}
          onReach={() => void loadBasket()}
        />
      )}
      <ZoneLine
        at={slot ?? slots[0] ?? noonOf(day ?? `${month.month}-15`)}
        timeZone={timeZone}
        isViewersZone={choice.isViewersZone}
        mentorName={variant.mentorName}
        mentorTimeZone={variant.timeZone}
        from={page + queryOf({ ...shown, slot })}
      />
      {isPreview && (
        <div className="mt-4">
          <Alert title={t('previewTitle')}>{t('previewText')}</Alert>
        </div>
      )}
      {basket !== null && (
        <Basket
          variant={variant}
          basket={basket}
          month={month}
          timeZone={timeZone}
          now={now}
          series={data.series}
          page={page}
          address={{ variant: variant.variantId, ...shown }}
          hrefOf={hrefOfBasket}
          onChange={choice.chooseMany}
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
          onOpen={() => setIsOpen(true)}
        />
      )}
      <LiveRegion>
        {isPending
          ? t('loadingMonth')
          : day !== null && monthOf(day) === month.month
            ? t('dayShown', {
                day: formatDay(noonOf(day), { locale, timeZone: 'UTC' }),
                count: slots.length,
              })
            : t('monthShown', {
                month: formatMonth(noonOf(`${month.month}-15`), { locale, timeZone: 'UTC' }),
              })}
      </LiveRegion>
      {!isPage && !isPreview && slot !== null && (
        <BookingDialog
          isOpen={isOpen}
          onClose={(isBooked) => {
            setIsOpen(false);
            if (isBooked && day !== null) choice.chooseDay(day);
          }}
          data={data}
          slot={slot}
          timeZone={timeZone}
        />
      )}
    </div>
  );
}

function nearestTo(wanted: number, starts: readonly number[]): number[] {
  return starts.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted)).slice(0, 3);
}
