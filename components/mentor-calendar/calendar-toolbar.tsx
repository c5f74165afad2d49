'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ChevronLeftIcon, ChevronRightIcon } from '@/components/ui/icons';
import type { View } from './calendar-entries';

/** Turning pages, choosing a view, and what the pointer does in the grid, for everybody else. */
export function CalendarToolbar({
  title,
  view,
  onView,
  onTurn,
  onAsk,
  onPlan,
}: {
  title: string;
  view: View;
  onView: (view: View) => void;
  onTurn: (to: 'prev' | 'today' | 'next') => void;
  onAsk: () => void;
  onPlan: () => void;
}) {
  const t = useTranslations('mentorCalendar');
  return (
    <div className="flex flex-col gap-3 pb-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl" aria-live="polite">
          {title}
        </h2>
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" size="sm" onClick={onAsk}>
            {t('ask')}
          </Button>
          <Button size="sm" onClick={onPlan}>
            {t('plan')}
          </Button>
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex gap-2">
          <Button
            variant="secondary"
            size="sm"
            aria-label={t('previous')}
            onClick={() => onTurn('prev')}
          >
            <ChevronLeftIcon />
          </Button>
          <Button variant="secondary" size="sm" onClick={() => onTurn('today')}>
            {t('today')}
          </Button>
          <Button
            variant="secondary"
            size="sm"
            aria-label={t('next')}
            onClick={() => onTurn('next')}
          >
            <ChevronRightIcon />
          </Button>
        </div>
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{t('view')}</legend>
          {(['day', 'week', 'month', 'list'] as const).map((name) => (
            <Button
              key={name}
              size="sm"
              variant={name === view ? 'primary' : 'ghost'}
              aria-pressed={name === view}
              onClick={() => onView(name)}
            >
              {t(name)}
            </Button>
          ))}
        </fieldset>
      </div>
    </div>
  );
}
