'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { BookableVariant } from '@/components/slots/panel-data';
import { formatDuration } from '@/kernel/time/format';

/** On what terms each of several sessions can be given back. */
export function BatchTerms({ variant }: { variant: BookableVariant }) {
  const t = useTranslations('batch');
  const locale = useLocale();
  const { cancelNoticeMinutes, lateCancelPercent: percent, priceCredits } = variant;
  if (priceCredits === 0 || percent === 0) return t('termsFree');
  return t('terms', { notice: formatDuration(cancelNoticeMinutes, locale), percent });
}
