import type { Side } from '@/domain/bookings';
import type { MailTranslator } from '@/i18n/outgoing';
import type { MailedBooking } from '../mailed-booking';
import type { Fact, MailContent, Written } from './mail-layout';
import { type ReadersPlace, whenText } from './when';

export function namesOf(t: MailTranslator, booking: MailedBooking) {
  return {
    mentor: nameOf(booking.mentorName) ?? t('nameless'),
    mentee: nameOf(booking.menteeName ?? booking.guestName) ?? t('nameless'),
  };
}

/** A name within a sentence: without the characters that turn around what follows (UAX 9, 2). */
export function nameOf(name: string | null): string | undefined {
  return name?.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/**
 * To its mentor, what happens to a session happens to everybody in it: their names stand for the one
 * mentee's, and what only one of them has written is left out.
 */
export function withEverybody<Booking extends MailedBooking>(
  t: MailTranslator,
  booking: Booking,
): Booking {
  if (booking.attendees.length < 2) return booking;
  const names = booking.attendees.map((name) => nameOf(name) ?? t('nameless'));
  return { ...booking, menteeName: names.join(', '), subject: '', notes: '', answers: [] };
}

/** The table of a booking's mail, for one side: each reads the other's name. */
export function bookingFacts(
  t: MailTranslator,
  booking: MailedBooking,
  { side, place }: { side: Side; place: ReadersPlace },
): Fact[] {
  const { start, end } = booking.period;
  const period = { start: start.epochMilliseconds, end: end.epochMilliseconds };
  return [
    { label: t('facts.when'), value: whenText(t, period, place) },
    ...sharedFacts(t, booking, { side }),
    { label: t('facts.price'), value: priceText(t, booking) },
    { label: t('facts.reference'), value: booking.reference },
  ];
}

/** Those that several bookings made together have in common. */
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
    {
      label: t('facts.service'),
      value: booking.serviceTitle,
      language: booking.serviceWrittenIn,
    },
    { label: t('facts.duration'), value: t('facts.minutes', { minutes: booking.durationMinutes }) },
    { label: t('facts.format'), value: formatText(t, booking) },
    { label: t('facts.subject'), value: booking.subject, language: booking.menteeLocale },
    { label: t('facts.notes'), value: booking.notes, language: booking.menteeLocale },
  ];
  return facts.filter((fact) => fact.value !== '');
}

/** What the mentor wrote to the mentee, and that it is from them. */
export function mentorsWord(
  t: MailTranslator,
  booking: MailedBooking,
  word: string,
): MailContent['paragraphs'] {
  const { mentor } = namesOf(t, booking);
  return [t('booked.word', { mentor }), { text: word, language: booking.mentorLocale }];
}

/** What the mentee was asked in the language of the service, and answered in their own. */
export function answersOf({
  answers,
  serviceWrittenIn,
  menteeLocale,
}: MailedBooking): { question: Written; answer: Written }[] {
  return answers.map(({ question, answer }) => ({
    question: { text: question, language: serviceWrittenIn },
    answer: { text: answer, language: menteeLocale },
  }));
}

export function priceText(t: MailTranslator, { priceCredits }: MailedBooking): string {
  return t('facts.credits', { credits: priceCredits });
}

/** The facts as lines of plain text. */
export function factLines(t: MailTranslator, facts: readonly Fact[]): string {
  return facts.map(({ label, value }) => t('fact', { label, value })).join('\n');
}

function formatText(t: MailTranslator, { format, phone, place }: MailedBooking): string {
  if (format === 'phone') return phone === '' ? t('facts.phone') : t('facts.phoneAt', { phone });
  if (format === 'in_person')
    return place === '' ? t('facts.inPerson') : t('facts.inPersonAt', { place });
  return t('facts.video');
}
