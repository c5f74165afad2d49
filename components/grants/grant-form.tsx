'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useKeptForm } from '@/components/availability/use-kept-form';
import { FormOrigin } from '@/components/bookings/form-origin';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { submittedValue } from '@/lib/action-kit/schema';
import { grantCreditsAction } from '@/lib/grants/actions';
import { type GrantingOrganization, mostCredits, mostReasonLetters } from '@/lib/grants/schema';
import { grantsHref } from './grants-href';
import { RefusedAlert } from './refused-alert';

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
  const locale = useLocale();
  // The page has another each time that it is read; one a form makes sending it twice harmless.
  const [ownRequestId] = useState(requestId);
  const { state, isPending, formProps } = useKeptForm(grantCreditsAction, first);
  const errors = state.status === 'invalid' ? state.errors : {};
  const about = state.status === 'refused' ? aboutPerson(state.reason) : null;
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <FormOrigin locale={locale} path={grantsHref({ organization: slug })} />
      <input type="hidden" name="organizationId" value={id} />
      <input type="hidden" name="requestId" value={ownRequestId} />
      {about === null && <RefusedAlert state={state} />}
      <TextField
        label={t('email')}
        description={t('emailHelp', { scope, name })}
        error={
          about === null
            ? errors.email && t('outcome_bad_address')
            : t(`outcome_${about}`, { scope })
        }
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
        <Button type="submit" isPending={isPending}>
          {t('give')}
        </Button>
      </div>
    </form>
  );
}

/** Refusals that are about whose address it is stand at the address. */
function aboutPerson(reason: string): 'no_such_person' | 'blocked' | null {
  return reason === 'no_such_person' || reason === 'blocked' ? reason : null;
}
