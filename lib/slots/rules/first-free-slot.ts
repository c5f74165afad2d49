import type { Schedule } from '@/domain/schedules';
import type { SlotInstant } from '@/lib/scheduling';
import type { Offer } from '../schema/schedule';
import { type Asked, buffersOf, canBeJoined, freeSlots } from './free-slots';

const weekMs = 7 * 86_400_000;

/**
 * The earliest free slot of any of `offers`, and which of them it is; the shorter one where two start
 * together. What could not come first is not computed, so most mentors cost one run of the engine.
 */
export function firstFreeSlot(
  schedule: Schedule,
  offers: readonly Offer[],
  { now, from, to }: Omit<Asked, 'limit'>,
): (SlotInstant & { variantId: string }) | null {
  let first: (SlotInstant & { variantId: string }) | null = null;
  // Nearly everyone is free within a week, and a window is laid out for each day that is asked for.
  const near = Math.min(to, Math.max(from, now) + weekMs);
  for (const stretch of [
    { from, to: near },
    { from: near, to },
  ]) {
    for (const offer of leadingOffers(schedule, offers)) {
      // Only an earlier slot than the one at hand is of interest.
      const until = first?.start ?? stretch.to;
      const [slot] = freeSlots(schedule, offer, { now, from: stretch.from, to: until, limit: 1 });
      if (slot) first = { ...slot, variantId: offer.variantId };
    }
    if (first) return first;
  }
  return null;
}

/**
 * The offers whose first slot may be the first of all, shorter ones first. A longer session with no
 * less buffer fits nowhere where the shorter one does not, unless it can join one that is planned.
 */
function leadingOffers(schedule: Schedule, offers: readonly Offer[]): Offer[] {
  const leading: (Offer & ReturnType<typeof buffersOf>)[] = [];
  const byLength = offers.toSorted((a, b) => a.durationMinutes - b.durationMinutes);
  for (const offer of byLength) {
    const buffers = buffersOf(schedule, offer);
    const fitsInside = leading.some(
      (shorter) =>
        shorter.bufferBeforeMinutes <= buffers.bufferBeforeMinutes &&
        shorter.bufferAfterMinutes <= buffers.bufferAfterMinutes,
    );
    const joins = schedule.sessions.some(
      (session) => session.seatsTaken > 0 && canBeJoined(session, offer),
    );
    if (!fitsInside || joins) leading.push({ ...offer, ...buffers });
  }
  return leading;
}
