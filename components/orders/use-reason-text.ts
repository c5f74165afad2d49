'use client';

import { useTranslations } from 'next-intl';
import { slotRefusals, type SlotRefusal } from '@/domain/bookings';
import type { TimeObstacle } from '@/lib/slots/schema/series';

/** Why a session is not to be had, in words: as it was read beforehand, or as booking it was refused. */
export function useReasonText(mentorName: string) {
  const t = useTranslations('batch');
  const tBasket = useTranslations('basket');
  return (reason: TimeObstacle | SlotRefusal): string => {
    const refusal = slotRefusals.find((known) => known === reason);
    if (refusal) return t(`slot_${refusal}`, { name: mentorName });
    return tBasket(`reason_${reason as TimeObstacle}`, { name: mentorName });
  };
}
