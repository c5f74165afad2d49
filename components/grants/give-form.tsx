'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { ButtonLink } from '@/components/ui/button-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { giveDraftAction } from '@/lib/grants/actions';
import { grantsPath } from '@/lib/grants/constants';

export type GiveState = Awaited<ReturnType<typeof giveDraftAction>>;

/** The one button that gives what a file has ready, with what it comes to. */
export function GiveForm({
  grantId,
  organization,
  totalCredits,
  recipientCount,
  sameFileGivenAt,
  first,
}: {
  grantId: string;
  /** Its slug. */
  organization: string;
  totalCredits: number;
  recipientCount: number;
  /** What the page says of it. */
  sameFileGivenAt: number | null;
  /** What a post without script left. */
  first: GiveState;
}) {
  const t = useTranslations('grants');
  const form = useActionForm(giveDraftAction, { first });
  return (
    <ActionForm
      form={form}
      path={`${grantsPath(organization)}/${grantId}`}
      fields={{
        grantId,
        sameFileGivenAt: sameFileGivenAt === null ? '' : new Date(sameFileGivenAt).toISOString(),
      }}
      className="flex flex-col gap-4"
    >
      <RefusedAlert
        state={form.state}
        title={t('refusedTitle')}
        words={({ reason }) => t(reason)}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>
          {t('giveAll', { credits: totalCredits, people: recipientCount })}
        </SubmitButton>
        <ButtonLink href={grantsPath(organization)} variant="ghost">
          {t('cancel')}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
