'use client';

import { useTranslations } from 'next-intl';
import { useRef, type MouseEvent } from 'react';
import type { PanelData } from './panel-data';
import { isPlainClick } from './plain-click';
import { CloseIcon } from '@/components/ui/icons';
import { LiveRegion } from '@/components/ui/live-region';
import { isInWeeks } from '@/lib/slots/schema/weeks';
import { localDay } from '@/kernel/time/format';
import { BasketBar } from './basket-bar';
import { SeriesForm, type SeriesFormProps } from './series-form';
import { SeriesPreview, type SeriesPreviewProps } from './series-preview';
import { useTimeText } from './use-time-text';

interface BasketProps
  extends
    Pick<PanelData, 'variant' | 'weeks' | 'now'>,
    Omit<SeriesFormProps, 'timeText'>,
    Pick<SeriesPreviewProps, 'timeZone' | 'hrefOf' | 'onChange'> {}

/** Several times that are to be booked together: what they are, more of the kind, and the way on. */
export function Basket(props: BasketProps) {
  const { variant, basket, weeks, timeZone, now, hrefOf, onChange } = props;
  const t = useTranslations('basket');
  const timeText = useTimeText({ timeZone, now, durationMinutes: variant.durationMinutes });
  const { series } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const isGone = (start: number) =>
    isInWeeks(localDay(start, timeZone), weeks.from) && !weeks.starts.includes(start);

  function remove(event: MouseEvent<HTMLElement>, start: number) {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    // The row that has the focus goes: the next one gets it, else the one before, else the heading.
    const row = event.currentTarget.closest('li');
    const near = row?.nextElementSibling ?? row?.previousElementSibling;
    (near?.querySelector<HTMLElement>('a') ?? heading.current)?.focus();
    onChange(basket.filter((chosen) => chosen !== start));
  }

  return (
    <>
      <section className="mt-5 border-t pt-4" aria-label={t('heading')}>
        <h3
          ref={heading}
          tabIndex={-1}
          className="font-sans text-base font-semibold tracking-normal outline-none"
        >
          {t('heading')}
        </h3>
        {basket.length === 0 ? (
          <p className="text-muted mt-1 text-sm">{t('empty')}</p>
        ) : (
          <ol className="mt-1 divide-y">
            {basket.map((start) => (
              <li key={start} className="flex min-h-11 items-center justify-between gap-2 text-sm">
                <span className="tabular-nums">
                  {isGone(start) ? (
                    <s className="text-muted">{timeText(start)}</s>
                  ) : (
                    timeText(start)
                  )}
                  {isGone(start) && <strong className="text-red block">{t('gone')}</strong>}
                </span>
                <a
                  href={hrefOf(basket.filter((chosen) => chosen !== start))}
                  rel="nofollow"
                  aria-label={t('remove', { time: timeText(start) })}
                  onClick={(event) => remove(event, start)}
                  className="reacts text-muted hover:bg-sunken hover:text-ink -mr-2 grid size-11 shrink-0 place-items-center rounded-md"
                >
                  <CloseIcon className="size-4.5" />
                </a>
              </li>
            ))}
          </ol>
        )}
        {basket.length > 0 && <SeriesForm {...props} timeText={timeText} />}
        {series && <SeriesPreview {...props} series={series} timeText={timeText} />}
        <LiveRegion>{t('chosen', { count: basket.length })}</LiveRegion>
      </section>
      <BasketBar variant={variant} basket={basket} />
    </>
  );
}
