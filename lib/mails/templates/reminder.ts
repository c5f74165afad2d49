import type { Side } from '@/domain/bookings';
import type { MailedBooking } from '../mailed-booking';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import { bookingFacts, namesOf, withEverybody } from './facts';
import type { MailContent, Note } from './mail-layout';
import { cancellationText, manageLinks } from './managing';
import { placeOf, shortTime, shortWhen } from './when';

/**
 * A session is coming up. It names the time and no distance to it: in the reader's zone a clock change
 * may lie between, and then "tomorrow" is wrong.
 */
export function reminderMail(
  t: MailTranslator,
  {
    booking,
    side,
    manageToken,
    joinToken,
    offToken,
  }: {
    booking: MailedBooking;
    side: Side;
    manageToken: string | null;
    joinToken: string | null;
    offToken: string | null;
  },
  site: { appUrl: string; locale: 'en' | 'fr'; now: number },
): MailContent {
  const place = placeOf(booking, side, site.locale);
  const names = namesOf(t, booking);
  const startsAt = booking.period.start.epochMilliseconds;
  const isGroup = side === 'mentor' && booking.seats > 1;
  const words = {
    other: side === 'mentee' ? names.mentor : names.mentee,
    seats: isGroup ? booking.seats : 1,
    service: booking.serviceTitle,
    when: shortWhen(startsAt, place),
    time: shortTime(startsAt, place),
  };
  const page = { label: t('reminder.action'), url: pageUrl(`/bookings/${booking.id}`, site) };
  const facts = bookingFacts(t, booking, { side, place });
  return {
    subject: t('reminder.subject', words),
    preheader: t('reminder.preheader', words),
    title: t('reminder.title'),
    greeting: t('greeting', { name: names[side] }),
    paragraphs: [
      t(`reminder.${side}`, words),
      t(joinToken === null ? `reminder.${booking.format}` : 'reminder.joins'),
    ],
    // To the mentor of a group the mail is about all of it, and not about one who comes.
    facts: isGroup
      ? bookingFacts(t, withEverybody(t, booking), { side, place }).slice(0, 2)
      : facts,
    action:
      joinToken === null
        ? page
        : { label: t('reminder.join'), url: pageUrl(`/join/${joinToken}`, site) },
    // These are about one booking: in a group it would move all of them, or cancel any one.
    links: [
      ...(joinToken === null ? [] : [page]),
      ...(isGroup ? [] : manageLinks(t, { booking, side, manageToken }, site)),
    ],
    notes: [
      ...(side === 'mentee' && manageToken !== null
        ? [cancellationText(t, booking, { place, now: site.now })]
        : []),
      ...reminderNotes(t, offToken, site),
    ],
  };
}

/** How to get fewer of them: none of this kind, or others. */
export function reminderNotes(
  t: MailTranslator,
  offToken: string | null,
  site: { appUrl: string; locale: 'en' | 'fr' },
): Note[] {
  const settings = { label: t('reminder.settingsLink'), url: pageUrl('/settings', site) };
  const choose = { text: t('reminder.settings'), link: settings };
  if (offToken === null) return [choose];
  const off = { label: t('reminder.offLink'), url: pageUrl(`/unsubscribe/${offToken}`, site) };
  return [choose, { text: t('reminder.off'), link: off }];
}
