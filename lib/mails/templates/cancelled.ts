import { mentorPath } from '@/domain/mentors';
import type { Side } from '@/domain/bookings';
import { type MailTranslator, pageUrl } from '@/i18n/outgoing';
import type { Mailed, MailedBooking, SettledBooking } from '../mailed-booking';
import type { Fact, MailContent } from './mail-layout';
import { aboutSessions, eachWithEverybody, pageOf, type Site, wordsOf } from './sessions';

/**
 * Cancelled, declined, or asked for and not answered in time: for either side, by the state of what
 * was booked.
 */
export function cancelledMail(
  t: MailTranslator,
  {
    sessions: cancelled,
    side,
    hasFile,
  }: { sessions: Mailed<SettledBooking>; side: Side; hasFile: boolean },
  site: Site,
): MailContent {
  const sessions = side === 'mentor' ? eachWithEverybody(t, cancelled) : cancelled;
  const [first] = sessions;
  const { place, words } = wordsOf(t, sessions, side, site);
  const event = eventOf(sessions);
  const reason = first.cancelReason ?? '';
  const { facts, ...listed } = aboutSessions(t, sessions, {
    side,
    place,
    site,
    detailsOf: (session) => [creditsText(t, session, side)],
  });
  const itself = { label: t('cancelled.see', words), url: pageOf(sessions, site) };
  return {
    subject: t(`${event}.subject`, words),
    preheader: t(`${event}.preheader`, words),
    title: t(`${event}.title`, words),
    greeting: t('greeting', { name: words[side] }),
    paragraphs: [t(variantOf(event, first, side), words)],
    ...listed,
    facts: [
      ...(reason === ''
        ? []
        : [{ label: t('facts.reason'), value: reason, language: languageOfReason(first) }]),
      ...settlementFacts(t, sessions, side),
      ...facts,
    ],
    action:
      side === 'mentee' ? { label: t('cancelled.findTime'), url: timesOf(first, site) } : itself,
    links: side === 'mentee' ? [itself] : [],
    notes: [
      ...(side === 'mentor' ? [t('cancelled.timeIsFree', words)] : []),
      ...(hasFile && sessions.length > 1 ? [t('file.cancelled')] : []),
    ],
  };
}

/** Where the mentee finds another time: with this mentor, as long as they can be booked. */
function timesOf({ mentorHandle }: MailedBooking, site: Site): string {
  return pageUrl(mentorHandle === null ? '/mentors' : mentorPath(mentorHandle), site);
}

/** They have ended together, but the mentor may have confirmed some of them before. */
function eventOf(sessions: Mailed) {
  const [first] = sessions;
  if (first.isProposal && first.confirmedAt === null) {
    if (first.cancelledBy === null) return 'proposalExpired';
    return first.cancelledBy === 'visitor' ? 'proposalDeclined' : 'proposalWithdrawn';
  }
  if (sessions.every(({ status }) => status === 'expired')) return 'lapsed';
  // Before the mentor has confirmed, their "no" is an answer and not a cancellation.
  const isDeclined = sessions.every(
    ({ cancelledBy, confirmedAt }) => cancelledBy === 'mentor' && confirmedAt === null,
  );
  return isDeclined ? 'declined' : 'cancelled';
}

function variantOf(event: ReturnType<typeof eventOf>, { cancelledBy }: MailedBooking, side: Side) {
  if (event === 'proposalExpired') return 'proposalExpired.text';
  if (event === 'proposalDeclined') return 'proposalDeclined.text';
  if (event === 'proposalWithdrawn') return 'proposalWithdrawn.text';
  if (event === 'lapsed') return `lapsed.${side}` as const;
  if (event === 'declined') return side === 'mentor' ? 'declined.byYou' : 'declined.byMentor';
  const who = cancelledBy === 'visitor' ? 'mentee' : cancelledBy;
  if (who === side) return 'cancelled.byYou';
  return who === 'mentee'
    ? 'cancelled.byMentee'
    : who === 'mentor'
      ? 'cancelled.byMentor'
      : 'cancelled.byTeam';
}

/** Whoever cancelled has written it; null where it was neither side. */
function languageOfReason({ cancelledBy, mentorLocale, menteeLocale }: MailedBooking) {
  if (cancelledBy === 'mentor') return mentorLocale;
  return cancelledBy === 'mentee' || cancelledBy === 'visitor' ? menteeLocale : null;
}

/** What became of the prices together. */
function settlementFacts(t: MailTranslator, sessions: Mailed<SettledBooking>, side: Side): Fact[] {
  const sum = (of: (session: SettledBooking) => number) =>
    sessions.reduce((total, session) => total + of(session), 0);
  const all = {
    keptCredits: sum(({ keptCredits }) => keptCredits),
    refundedCredits: sum(({ refundedCredits }) => refundedCredits),
  };
  const value = creditsText(t, all, side);
  return value === '' ? [] : [{ label: t('credits.label', { count: sessions.length }), value }];
}

/** What became of the price; empty where there was none. */
function creditsText(
  t: MailTranslator,
  { keptCredits, refundedCredits }: Pick<SettledBooking, 'keptCredits' | 'refundedCredits'>,
  side: Side,
): string {
  return [
    ...(refundedCredits > 0 ? [t('credits.refunded', { credits: refundedCredits })] : []),
    ...(keptCredits > 0 ? [t(`credits.kept.${side}`, { credits: keptCredits })] : []),
  ].join(' · ');
}
