import { z } from 'zod';
import { mostSlotsPerOrder } from '@/domain/bookings';
import { type ActionState, postedTimeZone } from '@/lib/action-kit/schema';
import { emailAddress, fullName, linkToken } from '@/lib/auth/schema';
import { bookingDetails } from '@/lib/bookings/schema/booking';
import { answersIn } from './answers';
import {
  type HoldProof,
  type Ordered,
  orderPolicies,
  type OrderRefusal,
  type RefusedOrder,
} from './order';

const instant = z.iso.datetime({ precision: -1 });

const slotsForm = bookingDetails.extend({
  mentorId: z.uuid(),
  variantId: z.uuid(),
  /** By which a service was reached that everybody else does not see. */
  link: linkToken.nullable().catch(null),
  /** Once a slot; one that was ticked twice is one slot. */
  startsAt: z
    .array(instant)
    .min(1)
    .max(mostSlotsPerOrder)
    .transform((slots) => [...new Set(slots)]),
  /** A free time taken instead of the one slot that has gone. */
  alternative: instant.optional(),
  policy: z.enum(orderPolicies).default('all'),
  requestId: z.uuid(),
  timeZone: postedTimeZone,
  /** Of each slot, as the form showed it: nobody pays more than they have read. */
  priceCredits: z.coerce.number().int().min(0),
});

/** The form of the booking steps. Whom it was drawn for says whether it must name a person. */
export const orderForm = z
  .discriminatedUnion('as', [
    slotsForm.extend({ as: z.literal('user') }).loose(),
    slotsForm.extend({ as: z.literal('visitor'), name: fullName, email: emailAddress }).loose(),
  ])
  .transform(({ startsAt, alternative, ...form }) => ({
    ...form,
    starts: alternative !== undefined && startsAt.length === 1 ? [alternative] : startsAt,
    // Which answers it has depends on the service: its questions are read when the slot is locked.
    answers: answersIn(form),
  }));

/** Another mail about a hold: to the same address, or to the right one. */
export const holdMailForm = z.object({
  requestId: z.uuid(),
  sentTo: emailAddress,
  email: emailAddress,
});

/** What was ordered; with what a visitor needs to speak of their hold again. */
export type Answered = Ordered & { hold: HoldProof | null };
export type OrderState = ActionState<Answered, OrderRefusal, RefusedOrder>;
