'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDateTime } from '@/lib/time/format';
import type { BookableVariant } from './panel-data';

/** Until when the slot can be given back for nothing, and what it costs after that. */
export function CancelTerms({
  variant,
  slot,
  now,
  timeZone,
}: {
  variant: BookableVariant;
  slot: number;
  now: number;
  timeZone: string;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const freeUntil = slot - variant.cancelNoticeMinutes * 60_000;
  const costsNothing = variant.priceCredits === 0 || variant.lateCancelPercent === 0;
  if (costsNothing) return t('cancelFree');
  if (freeUntil <= now) return t('cancelLate', { percent: variant.lateCancelPercent });
  return t('cancelFreeUntil', { at: formatDateTime(freeUntil, { locale, timeZone }) });
}
