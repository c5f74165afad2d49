import { type EntryState, menteeEntry, mentorEntry, seatsToName } from '../rules/entry-state';
import type { CalendarEntry, CalendarSeat, CalendarSession } from '../schema';
import { mailTranslator, type MailTranslator, pageUrl } from '@/i18n/outgoing';

/** Whose calendar, in which language, and of which site. `appUrl` without a slash at its end. */
export type Reader = { side: 'mentee' | 'mentor'; locale: 'en' | 'fr'; appUrl: string };

type Fact = { label: string; value: string };

type Words = { t: MailTranslator; session: CalendarSession; seats: CalendarSeat[]; reader: Reader };

/**
 * A session as one side's calendar shows it, in their language. For a mentee the session has their
 * own seat alone. No signed link is in it: calendars are shared more widely than mails are.
 */
export function calendarEntry(session: CalendarSession, reader: Reader): CalendarEntry {
  const seats = seatsToName(session);
  const [first] = seats;
  if (!first) throw new Error(`session ${session.id} has no seat to tell of`);
  const host = new URL(reader.appUrl).hostname;
  const state =
    reader.side === 'mentor'
      ? mentorEntry(session, { host })
      : menteeEntry(session, first, { host });
  const words: Words = { t: mailTranslator(reader.locale), session, seats, reader };
  const url = pageUrl(`/bookings/${first.bookingId}`, reader);
  return {
    ...state,
    summary: summaryOf(words, state),
    description: descriptionOf(words, { state, url }),
    location: locationOf(words, url),
    url,
  };
}

function summaryOf({ t, session, seats, reader }: Words, { status }: EntryState): string {
  const { serviceTitle: service } = session;
  const other = reader.side === 'mentee' ? session.mentorName : seats[0]?.menteeName;
  const summary = isCrowd({ session, reader })
    ? t('calendarEntry.group', { service, count: seats.length })
    : t('calendarEntry.summary', { service, name: other ?? t('nameless') });
  return status === 'confirmed' ? summary : t(`calendarEntry.${status}`, { summary });
}

function descriptionOf(words: Words, { state, url }: { state: EntryState; url: string }): string {
  const { t, reader } = words;
  const asks = state.status === 'tentative';
  return [
    entryFacts(words)
      .map((fact) => t('fact', fact))
      .join('\n'),
    ...(isCrowd(words) ? [peopleOf(words)] : []),
    ...(asks ? [t(`calendarEntry.asked.${reader.side}`)] : []),
    t('calendarEntry.page', { url }),
    t('calendarEntry.onlyThere'),
  ].join('\n\n');
}

function entryFacts({ t, session, seats, reader }: Words): Fact[] {
  const common: Fact[] = [
    { label: t('facts.service'), value: session.serviceTitle },
    { label: t('facts.duration'), value: t('facts.minutes', { minutes: session.durationMinutes }) },
    { label: t('facts.format'), value: formatOf(t, session, seats) },
  ];
  if (isCrowd({ session, reader })) return common;
  const nameOf = (name: string | null) => name ?? t('nameless');
  const [seat] = seats;
  const other: Fact =
    reader.side === 'mentee'
      ? { label: t('facts.mentor'), value: nameOf(session.mentorName) }
      : { label: t('facts.mentee'), value: nameOf(seat?.menteeName ?? null) };
  return [
    other,
    ...common,
    { label: t('facts.subject'), value: seat?.subject ?? '' },
    { label: t('facts.notes'), value: seat?.notes ?? '' },
    { label: t('facts.reference'), value: seat?.reference ?? '' },
  ].filter((fact) => fact.value !== '');
}

/** A mentor's group: one entry for all who come. */
function isCrowd({ session, reader }: Pick<Words, 'session' | 'reader'>): boolean {
  return reader.side === 'mentor' && session.capacity > 1;
}

function peopleOf({ t, seats }: Words): string {
  const people = seats.map(({ menteeName, subject, phone }) =>
    [menteeName ?? t('nameless'), subject, phone].filter((text) => text !== '').join(' · '),
  );
  return [t('calendarEntry.people'), ...people].join('\n');
}

/** By video the page is the place: it is the one link that stays, and leads into the room. */
function locationOf({ t, session, seats }: Words, url: string): string {
  if (session.format === 'video') return url;
  if (session.format === 'in_person') return session.place;
  return formatOf(t, session, seats);
}

function formatOf(t: MailTranslator, session: CalendarSession, seats: CalendarSeat[]): string {
  const { format, place, capacity } = session;
  if (format === 'video') return t('facts.video');
  if (format === 'phone') {
    const phone = capacity > 1 ? '' : (seats[0]?.phone ?? '');
    return phone === '' ? t('facts.phone') : t('facts.phoneAt', { phone });
  }
  return place === '' ? t('facts.inPerson') : t('facts.inPersonAt', { place });
}
