'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { adminPath } from '@/domain/organizations';
import { sendDomainAgainAction, withdrawDomainAction } from '@/lib/memberships/actions/domains';
import { domainRefusal } from './domain-refusal';

/** Withdraws one domain, or has its postmaster written to again. */
export function ChangeDomain({
  organization: { id, slug },
  domainId,
  domain,
  isProved,
}: {
  organization: { id: string; slug: string };
  domainId: string;
  domain: string;
  isProved: boolean;
}) {
  const t = useTranslations('domains');
  const sending = useActionForm(sendDomainAgainAction);
  const withdrawing = useActionForm(withdrawDomainAction);
  const fields = { organizationId: id, domainId };
  const path = adminPath(slug, 'domains');
  return (
    <div className="flex flex-wrap items-start gap-2">
      {!isProved && (
        <ActionForm form={sending} path={path} fields={fields}>
          <RefusedAlert state={sending.state} words={({ reason }) => domainRefusal(t, reason)} />
          <SubmitButton variant="secondary" aria-label={t('againOf', { domain })}>
            {t('again')}
          </SubmitButton>
        </ActionForm>
      )}
      <ActionForm form={withdrawing} path={path} fields={fields}>
        <RefusedAlert state={withdrawing.state} words={({ reason }) => t(`refused_${reason}`)} />
        <SubmitButton variant="ghost" aria-label={t('withdrawOf', { domain })}>
          {t('withdraw')}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
