'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, type ChangeEvent } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { controlClass, Field, fieldAria } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { adminPath } from '@/domain/organizations';
import { draftImportAction } from '@/lib/memberships/actions/manage';
import { mostFileBytes, mostRows } from '@/lib/tables/constants';

export type ImportState = Awaited<ReturnType<typeof draftImportAction>>;

/** People from a file; whom it would invite is shown before anybody is written to. */
export function ImportForm({
  organization: { id, slug },
  requestId,
  first,
}: {
  organization: { id: string; slug: string };
  requestId: string;
  /** What a post without script left. */
  first: ImportState;
}) {
  const t = useTranslations('memberships');
  const inputId = useId();
  // The page has another each time that it is read; one a form makes sending it twice harmless.
  const [ownRequestId] = useState(requestId);
  const form = useActionForm(draftImportAction, { first });
  const { state } = form;
  const [isTooLarge, setIsTooLarge] = useState(false);
  const refusal =
    state.status === 'refused' &&
    state.reason !== 'rate_limited' &&
    state.reason !== 'not_found' &&
    state.reason !== 'closed'
      ? state.reason
      : null;
  const problem = isTooLarge ? 'file_too_large' : refusal;
  const sizes = { rows: mostRows, megabytes: mostFileBytes / 1024 / 1024 };
  const texts = {
    label: t('invitations.file'),
    description: t('invitations.fileHelp', sizes),
    error: problem && t(`invitations.${problem}`, sizes),
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
      path={adminPath(slug, 'invitations')}
      fields={{ organizationId: id, requestId: ownRequestId }}
      className="flex flex-col gap-4"
    >
      <RefusedAlert
        state={state}
        title={t('refusedTitle')}
        // What is about the file stands at its field.
        words={({ reason }) =>
          reason === 'not_found' || reason === 'closed' ? t(`refused_${reason}`) : null
        }
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
        <p className="text-muted">{t('invitations.example')}</p>
        <pre className="bg-sunken mt-1 rounded-md px-3 py-2 font-mono break-words whitespace-pre-wrap">
          {t('invitations.exampleFile')}
        </pre>
        <p className="text-muted mt-1">{t('invitations.exampleHelp')}</p>
      </div>
      <div>
        <SubmitButton>{t('invitations.check')}</SubmitButton>
        <p className="text-muted mt-2 text-sm">{t('invitations.checkHelp')}</p>
      </div>
    </ActionForm>
  );
}
