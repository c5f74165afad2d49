'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps, MouseEvent } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { ChevronLeftIcon, ChevronRightIcon } from '@/components/ui/icons';
import {
  calendarPath,
  type CalendarView,
  calendarViews,
  type Days,
} from '@/lib/bookings/rules/calendar-days';
import { addDays, type Day, noonOf } from '@/kernel/time/calendar';
import { formatDay, formatDays, formatMonth } from '@/kernel/time/format';

/**
 * Turning pages and choosing a view, as links, so that both work before and without scripts; and
 * what the pointer does in the grid, for everybody else.
 */
export function CalendarToolbar({
  view,
  shown,
  turned,
  today,
  onGo,
  onAsk,
  onPlan,
}: {
  /** Marked as the present one; null while it depends on how wide the page is. */
  view: CalendarView | null;
  shown: { view: CalendarView; day: Day; days: Days };
  turned: (by: -1 | 1) => Day;
  today: Day;
  onGo: (to: { view?: CalendarView; day?: Day }) => void;
  onAsk: () => void;
  onPlan: () => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const turn = (day: Day) => ({
    href: calendarPath({ view, day }),
    onClick: () => onGo({ day }),
    variant: 'secondary' as const,
  });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-3">
      <h2
        aria-live="polite"
        className="grow basis-full font-sans text-lg font-semibold tracking-normal first-letter:uppercase md:basis-auto"
      >
        {titleOf(shown, locale)}
      </h2>
      <nav aria-label={t('turn')} className="flex gap-1 md:order-first">
        <ToolLink {...turn(turned(-1))} aria-label={t('previous')}>
          <ChevronLeftIcon />
        </ToolLink>
        <ToolLink {...turn(today)}>{t('today')}</ToolLink>
        <ToolLink {...turn(turned(1))} aria-label={t('next')}>
          <ChevronRightIcon />
        </ToolLink>
      </nav>
      <nav aria-label={t('view')} className="flex gap-1">
        {calendarViews.map((name) => (
          <ToolLink
            key={name}
            variant={name === view ? 'primary' : 'ghost'}
            aria-current={name === view ? 'true' : undefined}
            href={calendarPath({ view: name, day: shown.day === today ? null : shown.day })}
            onClick={() => onGo({ view: name })}
          >
            {name === 'week' ? (
              <>
                <span className="md:hidden">{t('threeDays')}</span>
                <span className="max-md:hidden">{t('week')}</span>
              </>
            ) : (
              t(name)
            )}
          </ToolLink>
        ))}
      </nav>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" size="sm" onClick={onAsk}>
          {t('ask')}
        </Button>
        <Button size="sm" onClick={onPlan}>
          {t('plan')}
        </Button>
      </div>
    </div>
  );
}

function ToolLink({
  onClick,
  ...rest
}: Omit<ComponentProps<typeof ButtonLink>, 'onClick'> & { onClick: () => void }) {
  function onPress(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onClick();
  }
  return <ButtonLink {...rest} size="sm" prefetch={false} onClick={onPress} />;
}

function titleOf(
  { view, day, days }: { view: CalendarView; day: Day; days: Days },
  locale: string,
): string {
  const place = { locale, timeZone: 'UTC' };
  if (view === 'day') return formatDay(noonOf(day), place, { withYear: true });
  if (view === 'month') return formatMonth(noonOf(day), place);
  return formatDays(days.from, addDays(days.to, -1), locale);
}
