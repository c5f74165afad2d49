'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ChevronLeftIcon, ChevronRightIcon } from '@/components/ui/icons';
import type { PreviewDay } from '@/lib/availability/rules/preview';
import { type Day, noonOf } from '@/kernel/time/calendar';
import { formatDayShort } from '@/kernel/time/format';

/** Which days the preview shows, and the way to those before and after. */
export function PreviewSteps({
  days,
  earlier,
  later,
  onShow,
}: {
  days: readonly PreviewDay[];
  earlier: Day | null;
  later: Day | null;
  onShow: (first: Day) => void;
}) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const name = (shown: PreviewDay | undefined) =>
    shown ? formatDayShort(noonOf(shown.day), { locale, timeZone: 'UTC' }) : '';
  return (
    <div className="mt-3 flex items-center justify-between">
      <Step to={earlier} label={t('previewEarlier')} onShow={onShow}>
        <ChevronLeftIcon />
      </Step>
      <p aria-live="polite" className="text-sm font-semibold first-letter:uppercase">
        {t('previewSpan', { from: name(days[0]), to: name(days.at(-1)) })}
      </p>
      <Step to={later} label={t('previewLater')} onShow={onShow}>
        <ChevronRightIcon />
      </Step>
    </div>
  );
}

function Step({
  to,
  label,
  onShow,
  children,
}: {
  to: Day | null;
  label: string;
  onShow: (first: Day) => void;
  children: ReactNode;
}) {
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-label={label}
      // Stays in reach of the keyboard when the last days are there.
      aria-disabled={to === null || undefined}
      className="noscript:hidden aria-disabled:opacity-40"
      onClick={() => to !== null && onShow(to)}
    >
      {children}
    </Button>
  );
}
