import {
  getOwnService,
  insertVariant,
  listOwnVariants,
  updateVariant,
} from '@/db/queries/own-services';
import { actAsMentor } from '@/lib/mentors/service/act-as-mentor';
import type { NotAllowed } from '@/lib/mentors/schema';
import { whyNotAllowed } from '@/lib/mentors/service/allowed-offer';
import { ok, refused, type Result } from '@/kernel/result';
import { mostVariants, type VariantInput } from '../schema';
import type { ByMentor } from './edit-services';

type OfVariant = ByMentor & { serviceId: string; variantId: string };

/** Adds a length to a service. One that is on offer already is refused: only its price can change. */
export async function addVariant(
  input: ByMentor & { serviceId: string; variant: VariantInput },
): Promise<Result<null, 'not_found' | 'length_exists' | 'too_many' | NotAllowed>> {
  const { serviceId, variant, now } = input;
  return actAsMentor<null, 'not_found' | 'length_exists' | 'too_many' | NotAllowed>(
    input,
    async (tx, mentor) => {
      const { id: mentorId } = mentor;
      if (!(await getOwnService(tx, { mentorId, serviceId }))) return refused('not_found');
      const others = await listOwnVariants(tx, { mentorId, serviceIds: [serviceId] });
      const { durationMinutes } = variant;
      if (others.some((other) => other.durationMinutes === durationMinutes)) {
        return refused('length_exists');
      }
      if (others.length >= mostVariants) return refused('too_many');
      const notAllowed = await whyNotAllowed(tx, mentor, { lengths: [durationMinutes] });
      if (notAllowed) return refused(notAllowed);
      await insertVariant(tx, { ...variant, serviceId, createdAt: now });
      return ok(null);
    },
  );
}

/** Sets what a length costs from the next booking on; bookings keep the price they were made at. */
export async function changePrice(
  input: OfVariant & { priceCredits: number },
): Promise<Result<null, 'not_found'>> {
  const { serviceId, variantId, priceCredits } = input;
  return actAsMentor<null, 'not_found'>(input, async (tx, { id: mentorId }) =>
    (await updateVariant(tx, { mentorId, serviceId, variantId, set: { priceCredits } }))
      ? ok(null)
      : refused('not_found'),
  );
}

/** Takes a length from the offer; it stays for what was booked. */
export async function archiveVariant(input: OfVariant): Promise<Result<null, 'not_found'>> {
  const { serviceId, variantId, now } = input;
  return actAsMentor<null, 'not_found'>(input, async (tx, { id: mentorId }) =>
    (await updateVariant(tx, { mentorId, serviceId, variantId, set: { archivedAt: now } }))
      ? ok(null)
      : refused('not_found'),
  );
}
