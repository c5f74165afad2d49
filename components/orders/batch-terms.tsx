'use client';

import { useTranslations } from 'next-intl';
import type { BookableVariant } from '@/components/slots/panel-data';

/** On what terms each of several sessions can be given back. */
export function BatchTerms({ variant }: { variant: BookableVariant }) {
  const t = useTranslations('batch');
  const { cancelNoticeMinutes: minutes, lateCancelPercent: percent, priceCredits } = variant;
  if (priceCredits === 0 || percent === 0) return t('termsFree');
  // "24 hours" is how people say the first day.
  if (minutes % 1440 === 0 && minutes > 1440) {
    return t('terms', { unit: 'days', count: minutes / 1440, percent });
  }
  return minutes % 60 === 0
    ? t('terms', { unit: 'hours', count: minutes / 60, percent })
    : t('terms', { unit: 'minutes', count: minutes, percent });
}
