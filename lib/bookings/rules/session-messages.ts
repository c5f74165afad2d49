import type { BookingFacts } from './booking';

/** Messages that a session may have in all, and within 24 hours; the words of the refusal say so. */
const mostMessages = 10;
const mostMessagesADay = 3;
/** Days after the end in which there is still something to write about. */
const daysToWrite = 7;

/** Instants are epoch milliseconds. */
export function isTooLateToWrite({ endsAt }: Pick<BookingFacts, 'endsAt'>, now: number): boolean {
  return now > endsAt + daysToWrite * 24 * 3_600_000;
}

export type MessageRefusal = 'not_allowed' | 'too_late' | 'too_many_messages';

/**
 * Why a mentor may not write to everybody in a session now, or null. `now` is in epoch milliseconds.
 * @param sent how many messages the session has had, and how many of those in the last 24 hours
 */
export function refusalOfMessage(
  { endsAt, isGroup }: Pick<BookingFacts, 'endsAt'> & { isGroup: boolean },
  { sent, now }: { sent: { all: number; recent: number }; now: number },
): MessageRefusal | null {
  // Of one alone there is their booking, and its notes.
  if (!isGroup) return 'not_allowed';
  if (isTooLateToWrite({ endsAt }, now)) return 'too_late';
  const isEnough = sent.all >= mostMessages || sent.recent >= mostMessagesADay;
  return isEnough ? 'too_many_messages' : null;
}
