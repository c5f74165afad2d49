'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, type ChangeEvent } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { controlClass, Field, fieldAria } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { submittedValue } from '@/components/forms/submitted-value';
import { draftGrantsAction } from '@/lib/grants/actions';
import type { GrantingOrganization } from '@/lib/grants/schema';
import { grantsPath, mostCredits, mostReasonLetters } from '@/lib/grants/constants';
import { mostFileBytes, mostRows } from '@/lib/tables/constants';

export type FileState = Awaited<ReturnType<typeof draftGrantsAction>>;

/** Credits for several, from a file; what it would give is shown before anything is given. */
export function FileForm({
  organization,
  requestId,
  first,
  wasTooLarge,
}: {
  organization: GrantingOrganization;
  requestId: string;
  /** What a post without script left. */
  first: FileState;
  /** Whether a post without script was turned away for its length. */
  wasTooLarge: boolean;
}) {
  const t = useTranslations('grants');
  const inputId = useId();
  // The page has another each time that it is read; one a form makes sending it twice harmless.
  const [ownRequestId] = useState(requestId);
  const form = useActionForm(draftGrantsAction, { first });
  const { state } = form;
  const [isTooLarge, setIsTooLarge] = useState(wasTooLarge);
  const refusal =
    state.status === 'refused' && state.reason !== 'rate_limited' && state.reason !== 'not_found'
      ? state.reason
      : null;
  const problem = isTooLarge ? 'file_too_large' : refusal;
  const texts = {
    label: t('file'),
    description: t('fileHelp', { rows: mostRows }),
    error: problem && t(problem, { rows: mostRows, megabytes: mostFileBytes / 1024 / 1024 }),
  };

  function onPick({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
    const size = input.files?.[0]?.size ?? 0;
    setIsTooLarge(size > mostFileBytes);
    // The server might turn it away unread, and then could not say why.
    if (size > mostFileBytes) input.value = '';
  }

  return (
    <ActionForm
      form={form}
      path={grantsPath(organization.slug)}
      fields={{ organizationId: organization.id, requestId: ownRequestId }}
      className="flex flex-col gap-4"
    >
      <RefusedAlert
        state={state}
        title={t('refusedTitle')}
        // What is about the file stands at its field.
        words={({ reason }) => (reason === 'not_found' ? t('not_found') : null)}
      />
      <Field {...texts} id={inputId} isRequired>
        <input
          {...fieldAria(inputId, texts)}
          type="file"
          name="file"
          accept=".csv,.txt,text/csv,text/plain"
          required
          onChange={onPick}
          className={`${controlClass} file:text-link file:mr-3 file:cursor-pointer file:font-semibold`}
        />
      </Field>
      <div className="text-sm">
        <p className="text-muted">{t('example')}</p>
        <pre className="bg-sunken mt-1 rounded-md px-3 py-2 font-mono break-words whitespace-pre-wrap">
          {t('exampleFile')}
        </pre>
        <p className="text-muted mt-1">{t('exampleHelp', { most: mostCredits })}</p>
      </div>
      <TextField
        label={t('commonReason')}
        description={t('commonReasonHelp')}
        error={state.status === 'invalid' && t('reasonWrong', { most: mostReasonLetters })}
        name="reason"
        autoComplete="off"
        maxLength={mostReasonLetters}
        defaultValue={submittedValue(first, 'reason')}
      />
      <div>
        <SubmitButton>{t('check')}</SubmitButton>
        <p className="text-muted mt-2 text-sm">{t('checkHelp')}</p>
      </div>
    </ActionForm>
  );
}
