import type { useTranslations } from 'next-intl';
import type { BookingDetail } from '@/lib/bookings/schema/booking';

/** What becomes of the price when the other side did not come; null when nothing was paid. */
export function absenceText(
  { role, chargedCredits, running }: BookingDetail,
  { t, name }: { t: ReturnType<typeof useTranslations<'running'>>; name: string },
): string | null {
  if (chargedCredits === 0 || !running) return null;
  const kept = running.keptCredits;
  const back = chargedCredits - kept;
  if (role === 'mentee') return t('absentMentor', { back });
  return t(kept === 0 ? 'absentMenteeFree' : 'absentMentee', { kept, back, name });
}
