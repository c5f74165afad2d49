import type { Temporal } from 'temporal-polyfill';
import type { RoomFailure } from '@/domain/meeting-rooms';
import { ok, refused, type Result } from '@/kernel/result';
import { wherebyMeeting } from '../schema';

/** The longest that Whereby is waited for. */
export const longestAnswerSeconds = 5;
/** People for whom Whereby has its smaller kind of room. */
const smallRoomPlaces = 4;

export interface Whereby {
  apiKey: string;
  /** With the version, without a slash at the end. */
  apiUrl: string;
  answerWithinMs?: number;
}

/**
 * Makes a room that anybody who has its address may enter, from now until an hour after `endsAt`, when
 * Whereby removes it.
 *
 * Whereby knows no idempotency keys. Should it have made a room whose answer never came, nobody ever
 * learns of that room, and it is removed like any other.
 */
export async function makeWherebyRoom(
  { apiKey, apiUrl, answerWithinMs = longestAnswerSeconds * 1000 }: Whereby,
  { endsAt, people }: { endsAt: Temporal.Instant; people: number },
): Promise<Result<{ url: string; hostUrl: string }, RoomFailure, { pauseSeconds: number | null }>> {
  const asked = {
    endDate: endsAt.toString(),
    isLocked: false,
    roomMode: people > smallRoomPlaces ? 'group' : 'normal',
    fields: ['hostRoomUrl'],
  };
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${apiUrl}/meetings`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(asked),
      // The key is for this address alone.
      redirect: 'error',
      // It goes for reading the answer too.
      signal: AbortSignal.timeout(answerWithinMs),
    });
    text = await response.text();
  } catch {
    return refused('no_answer', { pauseSeconds: null });
  }
  const pauseSeconds = parseSeconds(response.headers.get('retry-after'));
  if (response.status === 429) return refused('busy', { pauseSeconds });
  if (response.status >= 500) return refused('unavailable', { pauseSeconds });
  if (!response.ok) return refused('refused', { pauseSeconds });
  const meeting = wherebyMeeting.safeParse(parseJson(text));
  if (!meeting.success) return refused('malformed', { pauseSeconds });
  const { roomUrl, hostRoomUrl = '' } = meeting.data;
  return ok({ url: roomUrl, hostUrl: hostRoomUrl });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Retry-After in its form of seconds, which is the one that Whereby documents. */
function parseSeconds(value: string | null): number | null {
  const seconds = value === null ? Number.NaN : Number(value);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
}
