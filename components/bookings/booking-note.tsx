import { useLocale, useTranslations } from 'next-intl';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { formatDateTime } from '@/kernel/time/format';
import { otherName } from './booking-names';

type Words = ReturnType<typeof useTranslations<'bookingPage'>>;

/** A sentence on what the booking's state means for the one who reads, and what comes next. */
export function BookingNote({ booking, timeZone }: { booking: BookingDetail; timeZone: string }) {
  const t = useTranslations('bookingPage');
  const locale = useLocale();
  const deadline =
    booking.expiresAt === null ? '' : formatDateTime(booking.expiresAt, { locale, timeZone });
  const text = noteOf(booking, deadline, t);
  return text === null ? null : <p className="text-muted mt-3 max-w-prose text-lg">{text}</p>;
}

function noteOf(booking: BookingDetail, deadline: string, t: Words): string | null {
  const name = otherName(booking, t);
  switch (booking.status) {
    case 'held':
      return t(booking.isProposal ? 'noteProposed' : 'noteHeldMentor', { name, time: deadline });
    case 'pending':
      if (booking.role === 'mentee') return t('notePendingMentee', { name, deadline });
      if (booking.role === 'mentor') return t('notePendingMentor', { name, deadline });
      return t('notePendingAdmin', { deadline });
    case 'confirmed':
      return booking.isOver ? t('noteOver') : null;
    case 'cancelled':
      return t('noteCancelled');
    case 'expired':
      if (booking.wasHold && booking.isProposal) return t('noteExpiredProposal');
      return t(booking.wasHold ? 'noteExpiredHold' : 'noteExpiredRequest');
    case 'no_show':
      return t(booking.noShowBy === 'mentor' ? 'noteNoShowMentor' : 'noteNoShowMentee');
    case 'in_progress':
      return t('noteInProgress');
    case 'completed':
      return null;
  }
}
