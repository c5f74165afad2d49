import type { Side } from '@/domain/bookings';
import {
  formatDay,
  formatDateTime,
  formatRange,
  type Place,
  timeZoneName,
} from '@/kernel/time/format';
import type { MailedBooking } from '../mailed-booking';
import type { MailTranslator } from '@/i18n/outgoing';
import type { Fact } from './letter';

export type { Fact };

/** Where a side reads times: a mentor in the zone they work in, a visitor in the one their browser said. */
export function placeOf(booking: MailedBooking, side: Side, locale: 'en' | 'fr'): Place {
  const menteeZone = booking.menteeTimeZone ?? booking.guestTimeZone ?? booking.mentorTimeZone;
  return { locale, timeZone: side === 'mentor' ? booking.mentorTimeZone : menteeZone };
}

export function namesOf(t: MailTranslator, booking: MailedBooking) {
  return {
    mentor: booking.mentorName ?? t('nameless'),
    mentee: booking.menteeName ?? booking.guestName ?? t('nameless'),
  };
}

/** "Tuesday 8 December 2026, 16:30–17:30, Paris (GMT+1)". */
export function whenText(t: MailTranslator, booking: MailedBooking, place: Place): string {
  const start = booking.period.start.epochMilliseconds;
  return t('when', {
    day: formatDay(start, place, { withYear: true }),
    range: formatRange(start, booking.period.end.epochMilliseconds, place),
    zone: timeZoneName(start, place),
  });
}

/** "Tuesday 8 December, 16:30", for subjects, where the year and the zone are too much. */
export function shortWhen(booking: MailedBooking, place: Place): string {
  return formatDateTime(booking.period.start.epochMilliseconds, place);
}

/** The table of a booking's mail, for one side: each reads the other's name. */
export function bookingFacts(
  t: MailTranslator,
  booking: MailedBooking,
  { side, place }: { side: Side; place: Place },
): Fact[] {
  return [
    { label: t('facts.when'), value: whenText(t, booking, place) },
    ...sharedFacts(t, booking, { side }),
    { label: t('facts.price'), value: priceText(t, booking) },
    { label: t('facts.reference'), value: booking.reference },
  ];
}

/** Those that all bookings of a batch have in common. */
export function sharedFacts(
  t: MailTranslator,
  booking: MailedBooking,
  { side }: { side: Side },
): Fact[] {
  const names = namesOf(t, booking);
  const facts: Fact[] = [
    side === 'mentee'
      ? { label: t('facts.mentor'), value: names.mentor }
      : { label: t('facts.mentee'), value: names.mentee },
    { label: t('facts.service'), value: booking.serviceTitle },
    { label: t('facts.duration'), value: t('facts.minutes', { minutes: booking.durationMinutes }) },
    { label: t('facts.format'), value: formatText(t, booking) },
    { label: t('facts.subject'), value: booking.subject },
    { label: t('facts.notes'), value: booking.notes },
  ];
  return facts.filter((fact) => fact.value !== '');
}

export function priceText(t: MailTranslator, { priceCredits }: MailedBooking): string {
  return t('facts.credits', { credits: priceCredits });
}

/** The facts as lines of plain text. */
export function factLines(t: MailTranslator, facts: readonly Fact[]): string {
  return facts.map((fact) => t('fact', fact)).join('\n');
}

function formatText(t: MailTranslator, { format, phone, place }: MailedBooking): string {
  if (format === 'phone') return phone === '' ? t('facts.phone') : t('facts.phoneAt', { phone });
  if (format === 'in_person')
    return place === '' ? t('facts.inPerson') : t('facts.inPersonAt', { place });
  return t('facts.video');
}
