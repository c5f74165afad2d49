'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { type AddressChoice, choiceQuery, readChoice, slotCode } from './booking-address';
import { Button } from '@/components/ui/button';
import { ChevronDownIcon } from '@/components/ui/icons';
import { Select } from '@/components/ui/select';
import { localizedPath } from '@/i18n/routing';
import {
  fewestOfSeries,
  mostOfSeries,
  type Series,
  type SeriesAsked,
} from '@/lib/slots/schema/series';
import type { TimeText } from './use-time-text';

/** What most people want: about a month. */
const usualCount = 4;

export interface SeriesFormProps {
  /** Epoch milliseconds, ascending. */
  basket: readonly number[];
  /** What repeating one of them comes to, when that was asked for. */
  series: Series | null;
  /** The page that this stands on, without its language, and what its address says beside the basket. */
  page: string;
  address: Partial<AddressChoice>;
  onSeries: (asked: SeriesAsked) => void;
  timeText: TimeText;
}

/** Asks for one of the times again and again. It only asks: what is free is shown before it counts. */
export function SeriesForm({ basket, series, page, address, onSeries, timeText }: SeriesFormProps) {
  const t = useTranslations('basket');
  const locale = useLocale();
  const kept = [...new URLSearchParams(choiceQuery({ ...address, slots: [...basket] }))];
  const asked = series?.asked ?? null;
  const [only, ...others] = basket;

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const sent = [...new FormData(event.currentTarget)].map(([name, value]) => [name, value]);
    const { series: wanted } = readChoice(Object.fromEntries(sent));
    if (!wanted) return;
    event.preventDefault();
    onSeries(wanted);
  }

  return (
    <details open={asked !== null} className="group/series mt-2">
      <summary className="text-link inline-flex min-h-11 cursor-pointer list-none items-center gap-1 rounded-sm text-sm">
        {t('repeat')}
        <ChevronDownIcon className="reacts size-4 group-open/series:rotate-180" />
      </summary>
      <form
        method="get"
        action={localizedPath(page, locale)}
        onSubmit={onSubmit}
        className="bg-sunken mt-1 grid grid-cols-2 items-end gap-3 rounded-md p-4"
      >
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {others.length === 0 && only !== undefined ? (
          <input type="hidden" name="repeat" value={slotCode(only)} />
        ) : (
          <div className="col-span-2">
            <Select
              label={t('which')}
              name="repeat"
              defaultValue={asked ? slotCode(asked.first) : undefined}
            >
              {basket.map((start) => (
                <option key={start} value={slotCode(start)}>
                  {timeText(start)}
                </option>
              ))}
            </Select>
          </div>
        )}
        <div className="col-span-2">
          <Select label={t('every')} name="every" defaultValue={String(asked?.everyWeeks ?? 1)}>
            <option value="1">{t('everyWeek')}</option>
            <option value="2">{t('everyTwoWeeks')}</option>
          </Select>
        </div>
        <Select label={t('times')} name="times" defaultValue={String(asked?.count ?? usualCount)}>
          {counts.map((count) => (
            <option key={count} value={count}>
              {t('timesCount', { count })}
            </option>
          ))}
        </Select>
        <Button type="submit" variant="secondary">
          {t('showDates')}
        </Button>
      </form>
    </details>
  );
}

const counts = Array.from(
  { length: mostOfSeries - fewestOfSeries + 1 },
  (_, index) => fewestOfSeries + index,
);
