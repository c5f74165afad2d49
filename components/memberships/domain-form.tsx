'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { domainProofDays } from '@/domain/invitations';
import { adminPath } from '@/domain/organizations';
import { addDomainAction } from '@/lib/memberships/actions/domains';
import { domainRefusal } from './domain-refusal';

export type AddDomainState = Awaited<ReturnType<typeof addDomainAction>>;

/** What is wrong with the domain itself, which its field says. */
const wrongDomains = ['bad_domain', 'shared_domain', 'open_domain', 'already_added'] as const;

/** Says that a domain is the organization's, and has its postmaster written to. */
export function DomainForm({
  organization: { id, slug, name },
  first,
}: {
  organization: { id: string; slug: string; name: string };
  /** What a post without script left. */
  first: AddDomainState;
}) {
  const t = useTranslations('domains');
  const form = useActionForm(addDomainAction, { first });
  const { state } = form;
  const days = domainProofDays;
  const wrong =
    state.status === 'refused' ? wrongDomains.find((reason) => reason === state.reason) : undefined;
  return (
    <ActionForm
      form={form}
      path={adminPath(slug, 'domains')}
      fields={{ organizationId: id }}
      className="flex flex-col gap-4"
    >
      {state.status === 'ok' && (
        <Alert tone="success" title={t('sentTitle')}>
          {t('sentText', { domain: state.value.domain, days })}
        </Alert>
      )}
      {wrong === undefined && (
        <RefusedAlert
          state={state}
          title={t('refusedTitle')}
          words={({ reason }) => domainRefusal(t, reason)}
        />
      )}
      <TextField
        label={t('domain')}
        description={t('domainHelp')}
        error={
          wrong === undefined
            ? state.status === 'invalid' && t('domainWrong')
            : t(`refused_${wrong}`)
        }
        name="domain"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={253}
        required
        defaultValue={submittedValue(first, 'domain')}
      />
      <p className="text-muted text-sm">{t('how', { organization: name, days })}</p>
      <div>
        <SubmitButton>{t('add')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
