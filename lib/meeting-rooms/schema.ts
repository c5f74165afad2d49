import { z } from 'zod';

/** Minutes after the end for which the way into a room stays open: sessions run over. */
export const lingerMinutes = 30;

const roomLink = z.url({ protocol: /^https$/, normalize: true }).max(2000);

/**
 * The part of Whereby's answer that we use; it has more.
 * @see https://docs.whereby.com/reference/whereby-rest-api-reference/meetings
 */
export const wherebyMeeting = z.object({
  roomUrl: roomLink,
  /** Lets whoever has it in as the host. */
  hostRoomUrl: roomLink.optional(),
});

/** Where a session meets by video, in the eyes of one person. Only `open` tells the address. */
export type RoomView =
  /** Not by video, not theirs, not confirmed, or over. */
  | { state: 'none' }
  /** It opens some minutes before the start. */
  | { state: 'closed' }
  /** It should be open, and is not made yet. */
  | { state: 'preparing' }
  | { state: 'open'; url: string };
