import type { Side } from '@/domain/bookings';
import { formatDuration } from '@/kernel/time/format';
import type { MailTranslator } from '@/i18n/outgoing';
import type { Mailed, MailedBooking } from '../mailed-booking';
import { answersOf, mentorsWord } from './facts';
import type { MailContent } from './mail-layout';
import { cancellationText, manageLinks } from './managing';
import { aboutSessions, eachWithEverybody, pageOf, type Site, wordsOf } from './sessions';
import { shortWhen } from './when';

/**
 * Booked, asked for where the mentor confirms by hand, or moved to another time: for either side, by
 * the state of what was booked.
 */
export function bookedMail(
  t: MailTranslator,
  {
    sessions: booked,
    side,
    isMoved,
    manageToken,
    hasFile,
  }: {
    sessions: Mailed;
    side: Side;
    isMoved: boolean;
    manageToken: string | null;
    hasFile: boolean;
  },
  site: Site & { now: number },
): MailContent {
  // One seat more in a group is about whoever has taken it.
  const sessions = side === 'mentor' && isMoved ? eachWithEverybody(t, booked) : booked;
  const [first] = sessions;
  const { place, words: common } = wordsOf(t, sessions, side, site);
  const waiting = sessions.filter(({ status }) => status === 'pending');
  const isPending = waiting.length === sessions.length;
  const event = isMoved ? 'moved' : isPending ? 'requested' : 'booked';
  const isAnswer = side === 'mentee' && event === 'booked';
  const word = (isAnswer && first.acceptedWord) || '';
  const variant = `${event}.${side}` as const;
  const due = waiting.toSorted((a, b) => dueAt(a) - dueAt(b))[0] ?? first;
  const words = { ...common, deadline: shortWhen(dueAt(due), place) };
  return {
    subject: t(`${variant}.subject`, words),
    preheader: t(`${variant}.preheader`, words),
    title: t(`${variant}.title`, words),
    greeting: t('greeting', { name: common[side] }),
    paragraphs: [
      t(`${variant}.text`, words),
      ...(isMoved && isPending ? [t(`moved.${side}.pending`, words)] : []),
      ...(word === '' ? [] : mentorsWord(t, first, word)),
    ],
    ...aboutSessions(t, sessions, {
      side,
      place,
      site,
      detailsOf: (session) => {
        if (session.status !== 'pending') return [];
        return [t(`waits.${side}`, { ...common, deadline: shortWhen(dueAt(session), place) })];
      },
    }),
    ...(side === 'mentor' &&
      first.answers.length > 0 && { answers: { title: t('answers'), given: answersOf(first) } }),
    action: { label: t(`${variant}.action`, words), url: pageOf(sessions, site) },
    links: manageLinks(t, { manageToken, booking: first, side }, site),
    notes: [
      ...(hasFile && sessions.length > 1 ? [t('file.booked', words)] : []),
      side === 'mentor'
        ? t('mentorCancels', words)
        : sessions.length > 1
          ? termsOfEach(t, sessions, site)
          : cancellationText(t, first, { place, now: site.now }),
    ],
  };
}

/** When an answer is due: epoch milliseconds. */
function dueAt({ expiresAt, period }: MailedBooking): number {
  return (expiresAt ?? period.start).epochMilliseconds;
}

/** The mentor's terms for the mentee: those of any of them that is booked, whenever it is. */
function termsOfEach(t: MailTranslator, sessions: Mailed, site: Site): string {
  const booked = sessions.find(({ status }) => status !== 'pending') ?? sessions[0];
  const { status, priceCredits, lateCancelPercent: percent, cancelNoticeMinutes } = booked;
  const isFree = priceCredits === 0 || percent === 0 || cancelNoticeMinutes === 0;
  // Of requests nothing is ever kept.
  if (isFree || status === 'pending') return t('terms.eachFree');
  return t('terms.each', { notice: formatDuration(cancelNoticeMinutes, site.locale), percent });
}
