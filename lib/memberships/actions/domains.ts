'use server';

import { adminPath, organizationPath } from '@/domain/organizations';
import { publicAction, userAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import { addDomainForm, domainForm, offerForm, proofForm } from '../schema/domains';
import { answerDomainOffer } from '../service/domain-offers';
import { addDomain, proveByLink, sendDomainAgain, takeDomainBack } from '../service/domains';

/** Says that a domain is the organization's, and writes to its postmaster. */
export const addDomainAction = userAction({
  schema: addDomainForm,
  flash: 'add-domain',
  run: async ({ input, viewer, now }) => {
    const result = await addDomain({ ...input, userId: viewer.id, now });
    if (!result.ok) return result;
    return { ...result, refreshes: true, afterwards: () => followUp({ now }) };
  },
});

export const sendDomainAgainAction = userAction({
  schema: domainForm,
  flash: 'change-domain',
  run: async ({ input, viewer, now }) => {
    const result = await sendDomainAgain({ ...input, userId: viewer.id, now });
    if (!result.ok) return result;
    const redirectTo = `${adminPath(result.value.slug, 'domains')}?done=again`;
    return { ok: true, redirectTo, afterwards: () => followUp({ now }) };
  },
});

export const withdrawDomainAction = userAction({
  schema: domainForm,
  flash: 'change-domain',
  run: async ({ input, viewer, now }) => takeDomainBack({ ...input, userId: viewer.id, now }),
  leadsTo: ({ value: { slug } }) => `${adminPath(slug, 'domains')}?done=withdrawn`,
});

/** Whoever reads a domain's postmaster mail confirms it, signed in or not. */
export const proveDomainAction = publicAction({
  schema: proofForm,
  flash: 'prove-domain',
  limitByAddress: 'link_by_address',
  refreshes: true,
  run: async ({ input, now }) => proveByLink({ ...input, now }),
});

/** What the viewer says to an organization that asks them to join. */
export const answerOfferAction = userAction({
  schema: offerForm,
  flash: 'answer-offer',
  run: async ({ input, viewer, now }) => {
    const result = await answerDomainOffer({ ...input, userId: viewer.id, now });
    if (!result.ok) return result;
    if (input.answer === 'declined') return { ok: true, redirectTo: '/bookings?declined=1' };
    const joined = new URLSearchParams({ joined: '1' });
    return { ok: true, redirectTo: `${organizationPath(result.value.slug)}?${joined}` };
  },
});
