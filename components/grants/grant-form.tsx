'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { submittedValue } from '@/components/forms/submitted-value';
import { grantCreditsAction } from '@/lib/grants/actions';
import type { GrantingOrganization } from '@/lib/grants/schema';
import { grantsPath, mostCredits, mostReasonLetters } from '@/lib/grants/constants';

export type GrantState = Awaited<ReturnType<typeof grantCreditsAction>>;

/** Credits for one person, by their address; what was typed stays while it cannot be given. */
export function GrantForm({
  organization: { id, slug, name, scope },
  requestId,
  first,
}: {
  organization: GrantingOrganization;
  requestId: string;
  /** What a post without script left. */
  first: GrantState;
}) {
  const t = useTranslations('grants');
  // The page has another each time that it is read; one a form makes sending it twice harmless.
  const [ownRequestId] = useState(requestId);
  const form = useActionForm(grantCreditsAction, { first });
  const { state } = form;
  const errors = state.status === 'invalid' ? state.errors : {};
  // Refusals that are about whose address it is stand at the address.
  const about =
    state.status === 'refused' && state.reason !== 'rate_limited' && state.reason !== 'not_found'
      ? state.reason
      : null;
  return (
    <ActionForm
      form={form}
      path={grantsPath(slug)}
      fields={{ organizationId: id, requestId: ownRequestId }}
      className="flex flex-col gap-4"
    >
      <RefusedAlert
        state={state}
        title={t('refusedTitle')}
        words={({ reason }) => (reason === 'not_found' ? t('not_found') : null)}
      />
      <TextField
        label={t('email')}
        description={t('emailHelp', { scope, name })}
        error={about === null ? errors.email && t('outcome_bad_address') : t(`outcome_${about}`)}
        name="email"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
        defaultValue={submittedValue(first, 'email')}
      />
      <TextField
        label={t('credits')}
        error={errors.credits && t('creditsWrong', { most: mostCredits })}
        name="credits"
        type="number"
        inputMode="numeric"
        min={1}
        max={mostCredits}
        step={1}
        required
        defaultValue={submittedValue(first, 'credits')}
      />
      <TextField
        label={t('reason')}
        description={t('reasonHelp')}
        error={errors.reason && t('reasonWrong', { most: mostReasonLetters })}
        name="reason"
        autoComplete="off"
        maxLength={mostReasonLetters}
        required
        defaultValue={submittedValue(first, 'reason')}
      />
      <div>
        <SubmitButton>{t('give')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
