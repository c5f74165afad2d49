'use server';

import { publicAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import { linkToken } from '@/lib/auth/schema';
import { acceptProposalForm, declineProposalForm } from '../schema/proposal';
import { acceptProposal, declineProposal, type ProposalProof } from '../service/answer-proposal';

/** Accepts the proposal behind an e-mailed link, or one to the viewer's own address. */
export const acceptProposalAction = publicAction({
  schema: acceptProposalForm,
  flash: 'accept-proposal',
  limitByAddress: 'link_by_address',
  run: async ({ input: { key, phone, timeZone }, viewer, network, now }) => {
    const proof = proofOf(key, viewer);
    const result = await acceptProposal({ proof, phone, timeZone, network, now });
    if (!result.ok) return result;
    const { bookingId } = result.value;
    return { ok: true, afterwards: () => followUp({ now, bookingIds: [bookingId] }) };
  },
  leadsTo: ({ input }) => `/proposals/${input.key}`,
});

/** Declines it. */
export const declineProposalAction = publicAction({
  schema: declineProposalForm,
  flash: 'decline-proposal',
  limitByAddress: 'link_by_address',
  run: async ({ input: { key, word }, viewer, now }) => {
    const result = await declineProposal({ proof: proofOf(key, viewer), word, now });
    return result.ok ? { ok: true, afterwards: () => followUp({ now }) } : result;
  },
  leadsTo: ({ input }) => `/proposals/${input.key}`,
});

/** A booking's id says nothing of whoever sends it: with it, who is signed in is asked. */
function proofOf(key: string, viewer: { id: string } | null): ProposalProof {
  if (linkToken.safeParse(key).success) return { token: key };
  return { userId: viewer?.id ?? null, bookingId: key };
}
