'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert';
import { LiveRegion } from '@/components/ui/live-region';
import { localizedPath } from '@/i18n/routing';
import { useRouter } from '@/i18n/navigation';
import { monthOf, noonOf } from '@/lib/time/calendar';
import { formatDay, formatMonth, formatTime, localDay } from '@/lib/time/format';
import { choiceQuery, stepsAddress } from './booking-address';
import { BookingDialog } from './booking-dialog';
import { ContinueLink } from './continue-link';
import { focusOnArrival, useArrivalFocus } from './focus-on-arrival';
import { MonthCalendar } from './month-calendar';
import { NothingFree } from './nothing-free';
import type { PanelData } from './panel-data';
import { SlotList } from './slot-list';
import { useChoice } from './use-choice';
import { ZoneLine } from './zone-line';

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
  const [isOpen, setIsOpen] = useState(false);
  const choice = useChoice(data);
  useArrivalFocus(now);
  const { timeZone, days, day, slots, slot, goneSlot } = choice;

  const page = `/mentors/${variant.slug}${isPage ? '/book' : ''}`;
  const hrefOf = (next: { month?: string; day?: string | null; slot?: number }) =>
    localizedPath(page, locale) + choiceQuery({ variant: variant.variantId, ...next });
  const stepsHref = (start: number) => localizedPath(stepsAddress(variant, start), locale);

  function show(query: { month?: string; day?: string; slot?: number }) {
    startTransition(() => {
      router.push(page + choiceQuery({ variant: variant.variantId, ...query }), { scroll: false });
    });
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
          timeZone={timeZone}
          month={month}
          hrefOf={(start) =>
            isPage ? stepsHref(start) : hrefOf({ month: month.month, day, slot: start })
          }
          onSlot={(start) => (isPage ? show({ slot: start }) : choice.chooseSlot(start))}
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
      <ZoneLine
        at={slot ?? slots[0] ?? noonOf(day ?? `${month.month}-15`)}
        timeZone={timeZone}
        isViewersZone={choice.isViewersZone}
        mentorName={variant.mentorName}
        mentorTimeZone={variant.timeZone}
        from={page + choiceQuery({ variant: variant.variantId, month: month.month, day, slot })}
      />
      {isPreview && (
        <div className="mt-4">
          <Alert title={t('previewTitle')}>{t('previewText')}</Alert>
        </div>
      )}
      {!isPage && !isPreview && (
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
