'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { answerOfferAction } from '@/lib/memberships/actions/domains';

export type OfferState = Awaited<ReturnType<typeof answerOfferAction>>;

/** Why an answer was not taken, where a post without script gave it. */
export function RefusedOffer({ state }: { state: OfferState }) {
  const t = useTranslations('domains');
  return <RefusedAlert state={state} words={({ reason }) => t(`offer.refused_${reason}`)} />;
}

/** Yes or no to an organization that asks the viewer to join. */
export function OfferForm({
  organizationId,
  organization,
}: {
  organizationId: string;
  /** Its name. */
  organization: string;
}) {
  const t = useTranslations('domains');
  const form = useActionForm(answerOfferAction);
  return (
    <ActionForm
      form={form}
      path="/bookings"
      fields={{ organizationId }}
      className="flex flex-col gap-3"
    >
      <RefusedAlert state={form.state} words={({ reason }) => t(`offer.refused_${reason}`)} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="answer" value="joined" aria-label={t('offer.joinOf', { organization })}>
          {t('offer.join')}
        </SubmitButton>
        <SubmitButton
          name="answer"
          value="declined"
          variant="ghost"
          aria-label={t('offer.declineOf', { organization })}
        >
          {t('offer.decline')}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
