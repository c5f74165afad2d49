'use client';

import { useLocale, useTranslations } from 'next-intl';
import { lateShare } from '@/lib/bookings/rules/booking';
import { formatDateTime } from '@/kernel/time/format';
import type { BookableVariant } from '@/components/slots/panel-data';

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
  const { priceCredits: chargedCredits, lateCancelPercent } = variant;
  const kept = lateShare({ chargedCredits, lateCancelPercent });
  if (kept === 0) return t('cancelFree');
  if (freeUntil <= now) return t('cancelLate', { kept });
  return t('cancelFreeUntil', { at: formatDateTime(freeUntil, { locale, timeZone }), kept });
}
