import type { useTranslations } from 'next-intl';
import type { BookingDetail } from '@/lib/bookings/schema/booking';

type Words = ReturnType<typeof useTranslations<'batch'>>;

/** Whom the viewer meets. */
export function otherOf(
  { role, mentorName, menteeName }: Pick<BookingDetail, 'role' | 'mentorName' | 'menteeName'>,
  t: Words,
): string {
  return (role === 'mentee' ? mentorName : menteeName) ?? t('someone');
}

const refusals = ['nothing_left', 'not_found'] as const;

/** The refusal that an address names, or null: anybody may write an address. */
export function batchRefusal(reason: unknown): (typeof refusals)[number] | null {
  return refusals.find((known) => known === reason) ?? null;
}
