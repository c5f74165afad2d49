'use client';

import { useLocale, useTranslations } from 'next-intl';
import { lateShare } from '@/lib/bookings/rules/booking';
import { formatDateTime, formatDuration } from '@/kernel/time/format';
import type { BookableVariant } from '@/components/slots/panel-data';

/** Until when one slot can be given back for nothing, and what it costs after that. */
export function CancelTerms({
  variant,
  slot,
  now,
  timeZone,
}: {
  variant: BookableVariant;
  /** Null for several. */
  slot: number | null;
  now: number;
  timeZone: string;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const { priceCredits: chargedCredits, lateCancelPercent, cancelNoticeMinutes } = variant;
  const kept = lateShare({ chargedCredits, lateCancelPercent });
  if (slot === null) {
    if (kept === 0) return t('cancelEachFree');
    return t('cancelEach', {
      notice: formatDuration(cancelNoticeMinutes, locale),
      percent: lateCancelPercent,
    });
  }
  const freeUntil = slot - cancelNoticeMinutes * 60_000;
  if (kept === 0) return t('cancelFree');
  if (freeUntil <= now) return t('cancelLate', { kept });
  return t('cancelFreeUntil', { at: formatDateTime(freeUntil, { locale, timeZone }), kept });
}
