import type { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { getBookingRequest } from '@/db/queries/booking-requests';
import { type BookableOffer, getOffer } from '@/db/queries/offers';
import { isCrowded } from '@/db/transaction';
import { SharedReading } from '@/kernel/shared-reading';
import { checkSlot, listAlternatives } from '@/lib/slots/service/check-slot';

/** What of an order says which readings are the same for whoever else sends it. */
interface Asked {
  mentorId: string;
  variantId: string;
  link: string | null;
  /** Who asks; of those without an account, null. */
  viewerId: string | null;
  now: Temporal.Instant;
}

const looks = new SharedReading<boolean>();
const nearTimes = new SharedReading<Awaited<ReturnType<typeof listAlternatives>>>();

/**
 * Whether the one slot that is wanted is taken where a crowd is, as one look says for all who come
 * meanwhile: they must not keep others from the mentor's other times. A form that was answered before is to
 * get its answer again.
 */
export async function isGoneFromCrowd(
  [startsAt, ...others]: Temporal.Instant[],
  {
    request,
    ...asked
  }: Asked & { request: { requestId: string } & ({ userId: string } | { email: string }) },
): Promise<boolean> {
  const { mentorId, now } = asked;
  if (startsAt === undefined || others.length > 0 || !isCrowded(mentorId)) return false;
  const isTaken = await looks.of(keyOf(asked, [startsAt]), async () => {
    const offer = await getOffer(db, asked);
    const checked = offer && (await checkSlot(db, { offer, startsAt, now }));
    return checked !== null && !checked.ok && checked.reason === 'slot_taken';
  });
  return isTaken && (await getBookingRequest(db, request)) === null;
}

/** Up to three free slots near each of `starts`, beside those `wanted`; everybody is told the same of them. */
export async function listNearTimes({
  starts,
  wanted,
  offer: known,
  ...asked
}: Asked & {
  starts: Temporal.Instant[];
  wanted: Temporal.Instant[];
  offer: BookableOffer | null;
}): ReturnType<typeof listAlternatives> {
  if (starts.length === 0) return [];
  return nearTimes.of(keyOf(asked, [...starts, 'beside', ...wanted]), async () => {
    const offer = known ?? (await getOffer(db, asked));
    const { viewerId: menteeId, now } = asked;
    return offer ? listAlternatives({ offer, starts, wanted, menteeId, now }) : [];
  });
}

function keyOf({ variantId, link, viewerId }: Asked, rest: (Temporal.Instant | string)[]): string {
  return [variantId, link, viewerId, ...rest].join(' ');
}
