import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/db/client';
import { rateLimits } from '@/db/schema/rate-limits';
import { env } from '@/kernel/env';
import { hashToken } from '@/lib/auth/tokens';

/**
 * What is limited, and by how much. By network address the limits are high, since a whole school
 * shares one; what keeps one person in bounds is counted by their user id, or by the e-mail address that a
 * visitor gave and the network address together: by the e-mail address alone, anybody could use up
 * what its owner may do.
 */
const limits = {
  sign_in_by_address: { points: 60, seconds: 15 * 60 },
  sign_in_by_person: { points: 5, seconds: 15 * 60 },
  // Of everybody together who asks for links to one address. What is over it is not refused, since that
  // would shut out the owner: no mail is added to those of the last 15 minutes, and each of those has a
  // link that is good for 30.
  sign_in_mails_to_address: { points: 12, seconds: 15 * 60 },
  link_by_address: { points: 120, seconds: 15 * 60 },
  booking_by_address: { points: env.BOOKINGS_PER_HOUR_PER_ADDRESS, seconds: 60 * 60 },
  // Slots: three orders of as many as one may have.
  booking_by_person: { points: 60, seconds: 60 * 60 },
  change_by_person: { points: 120, seconds: 60 * 60 },
  // Each may be a request to somebody else's server.
  calendar_by_person: { points: 60, seconds: 60 * 60 },
  // Each is a request to Stripe.
  top_up_by_person: { points: 20, seconds: 60 * 60 },
  // A slug that is taken says so: nobody tries out a list of names.
  founding_by_person: { points: 10, seconds: 24 * 60 * 60 },
  // Decoding a photograph takes a server a second.
  picture_by_person: { points: 20, seconds: 60 * 60 },
} as const satisfies Record<string, { points: number; seconds: number }>;

export type LimitName = keyof typeof limits;

const limiters = new Map<LimitName, RateLimiterDrizzle>();

function limiterOf(name: LimitName): RateLimiterDrizzle {
  const kept = limiters.get(name);
  if (kept) return kept;
  const made = new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: name,
    points: limits[name].points,
    duration: limits[name].seconds,
    // One limiter's timer sweeps the table of them all.
    clearExpiredByTimeout: limiters.size === 0,
  });
  limiters.set(name, made);
  return made;
}

/**
 * Counts uses by `subject`, one if not said; refused once the limit is passed, until its window ends. Counters are
 * in the database, so that all servers share them, under a hash, so that no addresses pile up there.
 * @returns null when allowed, else the seconds to wait
 */
export async function limitUse(name: LimitName, subject: string, uses = 1): Promise<number | null> {
  try {
    await limiterOf(name).consume(hashToken(subject), uses);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}
