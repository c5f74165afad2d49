import type { MeetingFormat } from '@/domain/bookings';
import type { Transaction } from '@/db/client';
import { getAllowedOffer } from '@/db/queries/organization-mentoring';
import type { OwnMentor } from '@/db/queries/own-mentor';
import { mayOffer } from '../rules/allowed-offer';
import type { NotAllowed } from '../schema';

/**
 * Why a service may not be saved as it is, by what the mentor's organization allows; null: it may. One
 * without formats of its own has the mentor's, of which their profile has the say.
 * @param offer.lengths those that are new, in minutes
 */
export async function whyNotAllowed(
  tx: Transaction,
  { organizationId, formats: own }: OwnMentor,
  {
    formats = null,
    formatsBefore = null,
    lengths = [],
  }: {
    formats?: MeetingFormat[] | null;
    formatsBefore?: MeetingFormat[] | null;
    lengths?: number[];
  },
): Promise<NotAllowed | null> {
  const allowed = await getAllowedOffer(tx, { organizationId });
  const before = formatsBefore ?? own;
  if (!mayOffer(formats ?? [], { allowed: allowed.formats, before })) return 'format_not_allowed';
  const isAnyLength = allowed.lengths.length === 0;
  return isAnyLength || mayOffer(lengths, { allowed: allowed.lengths, before: [] })
    ? null
    : 'length_not_allowed';
}
