import { mentorPath } from '@/domain/mentors';
import type { FollowUp, MailedBooking } from '../mailed-booking';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import { namesOf } from './facts';
import type { Link, MailContent } from './mail-layout';
import { reminderNotes } from './reminder';
import type { Site } from './sessions';
import { placeOf, shortWhen } from './when';

type Over = { booking: MailedBooking; followUp: FollowUp };

/** The session is over: thanks, what was written down, and how it goes on. */
export function postSessionMail(
  t: MailTranslator,
  { offToken, ...over }: Over & { offToken: string | null },
  site: Site,
): MailContent {
  const { booking, followUp } = over;
  const { mentor, mentee } = namesOf(t, booking);
  const words = { mentor, service: booking.serviceTitle };
  const [action, ...links] = waysOn(t, over, site);
  return {
    subject: t('postSession.subject', words),
    preheader: t('postSession.preheader', words),
    title: t('postSession.title'),
    greeting: t('greeting', { name: mentee }),
    paragraphs: [
      t('postSession.text', words),
      ...(followUp.hasNotes ? [t('postSession.notes')] : []),
      ...nextText(t, over, site),
    ],
    facts: [],
    action,
    links,
    notes: reminderNotes(t, offToken, site),
  };
}

function nextText(t: MailTranslator, { booking, followUp }: Over, site: Site): string[] {
  const { next } = followUp;
  const { mentorHandle } = booking;
  if (next) {
    const place = placeOf(booking, 'mentee', site.locale);
    const when = shortWhen(next.startsAt.epochMilliseconds, place);
    const { mentor } = namesOf(t, booking);
    return [t(next.isPending ? 'postSession.asked' : 'postSession.next', { when, mentor })];
  }
  return mentorHandle === null ? [] : [t('postSession.again')];
}

/** Where it leads on to, the most wanted first: what was written down, then the next session. */
function waysOn(t: MailTranslator, { booking, followUp }: Over, site: Site): [Link, ...Link[]] {
  const { hasNotes, next } = followUp;
  const { mentorHandle } = booking;
  const page = pageUrl(`/bookings/${booking.id}`, site);
  const onward: Link[] = next
    ? [{ label: t('postSession.seeNext'), url: pageUrl(`/bookings/${next.bookingId}`, site) }]
    : mentorHandle === null
      ? []
      : [{ label: t('postSession.bookNext'), url: pageUrl(mentorPath(mentorHandle), site) }];
  if (hasNotes) return [{ label: t('postSession.readNotes'), url: page }, ...onward];
  const itself = { label: t('postSession.action'), url: page };
  const [first, ...others] = onward;
  return first ? [first, ...others, itself] : [itself];
}
