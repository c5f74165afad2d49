import { v7 as uuidv7 } from 'uuid';
import { type Proposal, proposeSession } from '@/lib/orders/service/propose-session';
import { mintHoldLink } from './bookings';
import { monday, ten } from './people';

type Wanted = Pick<Proposal, 'mentorId' | 'variantId'> & Partial<Proposal>;

let addresses = 0;

/** What a mentor sends from the form: tomorrow at ten by video, to an address of its own, unless said otherwise. */
export function proposal(wanted: Wanted): Proposal {
  addresses += 1;
  return {
    to: { email: `proposed-${addresses}@example.test`, locale: 'fr' },
    name: 'Fatou Sow',
    word: 'Shall we go on?',
    startsAt: ten,
    format: 'video',
    place: '',
    requestId: uuidv7(),
    now: monday,
    ...wanted,
  };
}

/** A proposal that must succeed, and the link of its mail. */
export async function propose(wanted: Wanted) {
  const sent = proposal(wanted);
  const result = await proposeSession(sent);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  const { bookingId } = result.value;
  const email = 'email' in sent.to ? sent.to.email : '';
  const { now } = sent;
  const token = await mintHoldLink(bookingId, { email, purpose: 'proposal', now });
  return { bookingId, email, token, proof: { token }, sent };
}
