'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { proveDomainAction } from '@/lib/memberships/actions/domains';

export type ProveState = Awaited<ReturnType<typeof proveDomainAction>>;

/** The one button of the page behind the mail to a postmaster. */
export function ProveDomainForm({
  token,
  domain,
  first,
}: {
  token: string;
  domain: string;
  /** What a post without script left. */
  first: ProveState;
}) {
  const t = useTranslations('domains');
  const form = useActionForm(proveDomainAction, { first });
  return (
    <ActionForm
      form={form}
      path={`/domains/${token}`}
      fields={{ token }}
      className="flex flex-col gap-4"
    >
      <RefusedAlert state={form.state} words={({ reason }) => t(`proof.refused_${reason}`)} />
      <SubmitButton wide>
        <span className="wrap-anywhere">{t('proof.confirm', { domain })}</span>
      </SubmitButton>
    </ActionForm>
  );
}
