'use server';

import { organizationPath } from '@/domain/organizations';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { publicAction, userAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import { handOver } from '@/lib/action-kit/hand-over';
import { linkToken } from '@/lib/auth/schema';
import { startAuthSession } from '@/lib/auth/session';
import { joinForm, leaveForm } from '../schema';
import { joinByInvitation } from '../service/join';
import { leaveOrganization } from '../service/leave';

/** Joins by what stands in the address of an invitation's page; the secret of a mail signs in too. */
export const joinAction = publicAction({
  schema: joinForm,
  flash: 'join-organization',
  limitByAddress: 'link_by_address',
  run: async ({ input: { key }, viewer, locale, now }) => {
    const { device } = await getBrowserZones();
    const proof = linkToken.safeParse(key).success ? { token: key } : { invitationId: key };
    const result = await joinByInvitation({ proof, viewer, locale, timeZone: device, now });
    if (!result.ok) return result;
    const { slug, session, userId, hasName } = result.value;
    if (session) {
      await startAuthSession(session);
      await handOver({ userId, now });
    }
    const home = `${organizationPath(slug)}?${new URLSearchParams({ joined: '1' })}`;
    return {
      ok: true,
      redirectTo: hasName ? home : `/welcome?${new URLSearchParams({ next: home })}`,
      afterwards: () => followUp({ now }),
    };
  },
});

/** Takes oneself out of an organization. */
export const leaveOrganizationAction = userAction({
  schema: leaveForm,
  flash: 'leave',
  run: async ({ input, viewer, locale, now }) => {
    const who = { actorId: viewer.id, userId: viewer.id };
    const result = await leaveOrganization({ ...input, ...who, locale, now });
    if (!result.ok) return result;
    return { ok: true, redirectTo: '/bookings', afterwards: () => followUp({ now }) };
  },
});
