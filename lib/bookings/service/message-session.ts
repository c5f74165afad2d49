import { v7 as uuidv7 } from 'uuid';
import {
  countSessionMessages,
  hasSentMessage,
  insertSessionMessage,
  listSeatsToWrite,
} from '@/db/queries/session-messages';
import { ok, refused, type Result } from '@/kernel/result';
import { type MessageRefusal, refusalOfMessage } from '../rules/session-messages';
import { type ActInput, type ActRefusal, actOnBooking } from './act-on-booking';
import { recordEvents } from './record-events';

export type MessageSessionRefusal = ActRefusal | MessageRefusal | 'nobody_there';

/**
 * The mentor writes to everybody who has a seat in a session; any of its bookings stands for all. Each
 * mentee reads it by mail and in the app, as if they were alone, and it is in the trail of their booking.
 * The mentor's lock is held, so that of two sendings of one form the second finds the first.
 */
export async function messageSession(
  input: ActInput & {
    text: string;
    /** One a form: sending it twice writes once. A UUID. */
    requestId: string;
  },
): Promise<Result<null, MessageSessionRefusal>> {
  const { text, requestId, now } = input;
  return actOnBooking<null, MessageSessionRefusal>(input, async (tx, { booking, facts, actor }) => {
    if (actor.role !== 'mentor') return refused('not_allowed');
    const senderId = input.userId;
    const { sessionId } = booking;
    if (await hasSentMessage(tx, { senderId, requestId })) return ok(null);
    const sent = await countSessionMessages(tx, { sessionId, since: now.subtract({ hours: 24 }) });
    const isGroup = booking.sessionCapacity > 1;
    const reason = refusalOfMessage({ ...facts, isGroup }, { sent, now: now.epochMilliseconds });
    if (reason !== null) return refused(reason);
    const seats = await listSeatsToWrite(tx, { sessionId });
    if (seats.length === 0) return refused('nobody_there');
    const message = { id: uuidv7(), text };
    await insertSessionMessage(tx, { ...message, sessionId, senderId, requestId, createdAt: now });
    const events = seats.map(({ id, status }) => ({ bookingId: id, from: status, to: status }));
    await recordEvents(tx, events, { actor, message, now });
    return ok(null);
  });
}
