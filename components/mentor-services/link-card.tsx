'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { WorkspaceRefused } from '@/components/mentor-workspace/workspace-refused';
import { buttonClass } from '@/components/ui/button-style';
import { Card } from '@/components/ui/card';
import { CopyLink } from '@/components/ui/copy-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { renewServiceLinkAction } from '@/lib/services/actions/edit-services';
import type { ServiceState } from '@/lib/services/schema';

/** The link by which alone a service is reached: to take along, and to be made another. */
export function LinkCard({
  serviceId,
  url,
  isPublished,
  help,
  first,
}: {
  serviceId: string;
  url: string;
  isPublished: boolean;
  /** The way to what is said of such links elsewhere. */
  help: ReactNode;
  /** What a post without script left. */
  first: ServiceState;
}) {
  const t = useTranslations('mentorServices');
  const form = useActionForm(renewServiceLinkAction, { first });
  return (
    <Card as="section" aria-label={t('link')} className="flex flex-col gap-4">
      <h2 className="text-xl">{t('link')}</h2>
      <p className="text-muted text-sm">{t('linkText')}</p>
      {help}
      {!isPublished && <p className="text-gold-ink text-sm font-medium">{t('linkUnpublished')}</p>}
      <CopyLink url={url} label={t('linkAddress')} />
      <details>
        <summary className={buttonClass({ variant: 'ghost', size: 'sm' })}>
          {t('linkRenewAsk')}
        </summary>
        <ActionForm
          form={form}
          path={`/mentor/services/${serviceId}`}
          fields={{ serviceId }}
          className="flex flex-col items-start gap-3 pt-2"
        >
          <p className="max-w-prose text-sm">{t('linkRenewText')}</p>
          <WorkspaceRefused state={form.state} />
          <SubmitButton variant="secondary" size="sm">
            {t('linkRenew')}
          </SubmitButton>
        </ActionForm>
      </details>
    </Card>
  );
}
