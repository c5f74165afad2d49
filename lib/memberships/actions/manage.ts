'use server';

import { pageUrl } from '@/i18n/outgoing';
import { env } from '@/kernel/env';
import { adminPath } from '@/domain/organizations';
import { userAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import {
  importForm,
  inviteForm,
  invitationForm,
  linkForm,
  memberForm,
  roleForm,
  sendImportForm,
} from '../schema';
import { changeRole } from '../service/change-role';
import { draftImport, sendImport } from '../service/import-people';
import {
  inviteByMail,
  makeInvitationLink,
  revokeInvitation,
  sendInvitationAgain,
} from '../service/invite';
import { leaveOrganization } from '../service/leave';

/** Mails of a file that leave right after the answer; the cron has the rest. */
const sentAtOnce = 25;

/** Makes a link, whose address is shown in the answer and nowhere else. */
export const makeInvitationLinkAction = userAction({
  schema: linkForm,
  flash: 'make-invitation-link',
  run: async ({ input, viewer, locale, now }) => {
    const result = await makeInvitationLink({ ...input, userId: viewer.id, now });
    if (!result.ok) return result;
    const site = { appUrl: env.APP_URL, locale };
    const url = pageUrl(`/invitations/${result.value.token}`, site);
    return { ok: true, value: { url }, refreshes: true };
  },
});

export const inviteAction = userAction({
  schema: inviteForm,
  flash: 'invite',
  run: async ({ input, viewer, now }) => {
    const result = await inviteByMail({ ...input, userId: viewer.id, now });
    if (!result.ok) return result;
    const value = { email: input.email };
    return { ok: true, value, refreshes: true, afterwards: () => followUp({ now }) };
  },
});

export const revokeInvitationAction = userAction({
  schema: invitationForm,
  flash: 'change-invitation',
  run: async ({ input, viewer, now }) => revokeInvitation({ ...input, userId: viewer.id, now }),
  refreshes: true,
});

export const sendInvitationAgainAction = userAction({
  schema: invitationForm,
  flash: 'change-invitation',
  run: async ({ input, viewer, now }) => {
    const result = await sendInvitationAgain({ ...input, userId: viewer.id, now });
    return result.ok ? { ok: true, afterwards: () => followUp({ now }) } : result;
  },
  refreshes: true,
});

/** Reads a file of people; nobody is written to before the page that it leads to is confirmed. */
export const draftImportAction = userAction({
  schema: importForm,
  files: ['file'],
  flash: 'draft-import',
  run: async ({ input: { file, ...input }, viewer, now }) => {
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    const read = { name: file?.name ?? '', bytes };
    return draftImport({ ...input, file: read, userId: viewer.id, now });
  },
  leadsTo: ({ value: { slug, importId } }) => `${adminPath(slug, 'invitations')}/${importId}`,
});

export const sendImportAction = userAction({
  schema: sendImportForm,
  flash: 'send-import',
  run: async ({ input, viewer, now }) => {
    const result = await sendImport({ ...input, userId: viewer.id, now });
    if (!result.ok) return result;
    const { slug, importId } = result.value;
    return {
      ok: true,
      redirectTo: `${adminPath(slug, 'invitations')}/${importId}?sent=1`,
      afterwards: () => followUp({ now, mostMails: sentAtOnce }),
    };
  },
});

export const changeRoleAction = userAction({
  schema: roleForm,
  flash: 'change-role',
  run: async ({ input, viewer, now }) => {
    const result = await changeRole({ ...input, actorId: viewer.id, now });
    return result.ok ? { ok: true, afterwards: () => followUp({ now }) } : result;
  },
  refreshes: true,
});

/** Takes somebody else out of an organization. */
export const removeMemberAction = userAction({
  schema: memberForm,
  flash: 'leave',
  run: async ({ input, viewer, locale, now }) => {
    const result = await leaveOrganization({ ...input, actorId: viewer.id, locale, now });
    if (!result.ok) return result;
    return {
      ok: true,
      redirectTo: `${adminPath(result.value.slug, 'people')}?removed=1`,
      afterwards: () => followUp({ now }),
    };
  },
});
