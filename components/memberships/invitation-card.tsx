import { useLocale, useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { written } from '@/components/ui/written';
import { organizationPath } from '@/domain/organizations';
import { formatDateTime } from '@/kernel/time/format';
import type { InvitationView } from '@/lib/memberships/schema';
import { JoinForm, type JoinState } from './join-form';

/** Who invites, where to and as what, with the button that joins: or why it does not. */
export function InvitationCard({
  invitationKey,
  invitation,
  first,
}: {
  invitationKey: string;
  invitation: InvitationView;
  /** What a post without script left. */
  first: JoinState;
}) {
  const t = useTranslations('memberships');
  const place = { locale: useLocale(), timeZone: invitation.timeZone };
  const { organization, refusal, present, role, inviterName, expiresAt } = invitation;
  const name = organization.name;
  if (present !== null && (refusal !== null || invitation.kind === 'link')) {
    return (
      <EmptyState
        headingLevel="h1"
        title={name}
        actions={
          <ButtonLink href={organizationPath(organization.slug)}>
            {t('join.open', { organization: name })}
          </ButtonLink>
        }
      >
        {t('join.present', { role: t(`roles.${present}`) })}
      </EmptyState>
    );
  }
  if (refusal !== null) {
    return (
      <EmptyState
        headingLevel="h1"
        title={t(`join.${refusal}Title`)}
        actions={<ButtonLink href="/mentors">{t('join.seeMentors')}</ButtonLink>}
      >
        {t(refusal === 'closed' ? 'join.closedText' : 'join.overText', { organization: name })}
      </EmptyState>
    );
  }
  return (
    <Card isRaised as="section" className="flex flex-col gap-5">
      <div className="flex min-w-0 items-start gap-4">
        <Avatar name={name} seed={organization.slug} size="lg" />
        <div className="min-w-0">
          <h1 className="text-3xl break-words">{t('join.title', { organization: name })}</h1>
          <p className="text-muted mt-2 break-words">
            {inviterName === null ? t('join.byNobody') : t('join.by', { name: inviterName })}
          </p>
        </div>
      </div>
      {organization.description !== '' && (
        <p className="break-words whitespace-pre-line" {...written()}>
          {organization.description}
        </p>
      )}
      <div>
        <p className="font-semibold">{t('join.as', { role: t(`roles.${role}`) })}</p>
        <p className="text-muted">{t('join.what')}</p>
        <p className="text-muted">
          {t('join.until', { when: formatDateTime(expiresAt, place, { withYear: true }) })}
        </p>
      </div>
      <Joining {...{ invitationKey, invitation, first }} />
    </Card>
  );
}

function Joining({
  invitationKey,
  invitation: { kind, email, viewer, organization },
  first,
}: {
  invitationKey: string;
  invitation: InvitationView;
  first: JoinState;
}) {
  const t = useTranslations('memberships');
  if (kind === 'link' && viewer === null) {
    const next = `/invitations/${invitationKey}`;
    return (
      <div className="flex flex-col gap-3">
        <p>{t('join.signInFirst')}</p>
        <ButtonLink href={`/sign-in?${new URLSearchParams({ next }).toString()}`} wide>
          {t('join.signIn')}
        </ButtonLink>
      </div>
    );
  }
  const isOther = email !== null && viewer !== null && !viewer.isInvited;
  return (
    <div className="flex flex-col gap-3">
      {email !== null && viewer === null && (
        <p className="break-words">{t('join.mailFor', { email })}</p>
      )}
      {isOther && (
        <p className="break-words">
          {t('join.mailFor', { email })} {t('join.otherViewer', { email: viewer.email })}
        </p>
      )}
      <MessagesProvider namespaces={['memberships']}>
        <JoinForm
          invitationKey={invitationKey}
          label={
            isOther
              ? t('join.joinAs', { email })
              : t('join.button', { organization: organization.name })
          }
          first={first}
        />
      </MessagesProvider>
    </div>
  );
}
