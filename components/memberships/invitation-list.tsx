import { useLocale, useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { formatDateTime } from '@/kernel/time/format';
import type { OpenInvitation } from '@/lib/memberships/schema';
import { ChangeInvitation } from './change-invitation';

/** Invitations that still let somebody in, or did until they expired. */
export function InvitationList({
  invitations,
  organization,
  timeZone,
}: {
  invitations: OpenInvitation[];
  organization: { id: string; slug: string };
  timeZone: string;
}) {
  return (
    <MessagesProvider namespaces={['memberships']}>
      <ul className="divide-y border-y">
        {invitations.map((invitation) => (
          <Row key={invitation.id} {...{ invitation, organization, timeZone }} />
        ))}
      </ul>
    </MessagesProvider>
  );
}

function Row({
  invitation,
  organization,
  timeZone,
}: {
  invitation: OpenInvitation;
  organization: { id: string; slug: string };
  timeZone: string;
}) {
  const t = useTranslations('memberships');
  const place = { locale: useLocale(), timeZone };
  const { id, email, name, role, inviterName, mostUses, uses, mailStatus } = invitation;
  const when = (at: number) => formatDateTime(at, place, { withYear: true });
  const isFailed = mailStatus === 'failed' || mailStatus === 'skipped';
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
      <div className="min-w-0">
        <p className="font-semibold break-words">
          {email ?? t('invitations.linkRow', { name: inviterName ?? t('someone') })}
        </p>
        <p className="text-muted break-words">
          {email === null
            ? t('invitations.uses', { most: mostUses ?? 0, uses })
            : [name, t(`roles.${role}`)].filter((part) => part !== '').join(' · ')}
        </p>
        <p className={`text-sm ${isFailed ? 'text-red' : 'text-muted'}`}>
          {mailStatus !== null && `${t(`invitations.status.${mailStatus}`)} · `}
          {t(invitation.isExpired ? 'invitations.expired' : 'invitations.until', {
            when: when(invitation.expiresAt),
          })}
        </p>
      </div>
      <ChangeInvitation
        organization={organization}
        invitationId={id}
        whom={email ?? t('invitations.theLink', { when: when(invitation.createdAt) })}
        isMail={email !== null}
      />
    </li>
  );
}
