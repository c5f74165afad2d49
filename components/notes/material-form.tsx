'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormOrigin } from '@/components/bookings/form-origin';
import { errorCode, sentOr } from '@/components/mentor-workspace/sent-values';
import { useWorkspaceWords } from '@/components/mentor-workspace/use-workspace-words';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useFocusFirstInvalid } from '@/components/ui/use-focus-first-invalid';
import { addMaterialAction } from '@/lib/notes/actions/give-material';
import { type MaterialState, mostMaterialLetters, mostTitleLetters } from '@/lib/notes/schema';

/** Adds something to prepare with; folded away until it is wanted, also without a script. */
export function MaterialForm({ bookingId, first }: { bookingId: string; first: MaterialState }) {
  const t = useTranslations('notes');
  const { fieldError } = useWorkspaceWords();
  const locale = useLocale();
  const [state, send] = useActionState(addMaterialAction, first);
  const form = useFocusFirstInvalid(state);
  const bodyError = errorCode(state, 'body');
  const isOpen = state.status === 'invalid' || state.status === 'refused';
  return (
    <details className="mt-4" open={isOpen || undefined}>
      <summary className={buttonClass({ variant: 'secondary', size: 'sm' })}>
        {t('addMaterial')}
      </summary>
      <form ref={form} action={send} className="mt-4 flex flex-col gap-4">
        <FormOrigin locale={locale} path={`/bookings/${bookingId}#material`} />
        <input type="hidden" name="bookingId" value={bookingId} />
        {state.status === 'refused' && <Refused state={state} />}
        <TextField
          name="title"
          label={t('materialName')}
          required
          maxLength={mostTitleLetters}
          defaultValue={sentOr(state, 'title', '')}
          error={fieldError(errorCode(state, 'title'))}
        />
        <TextField
          name="url"
          label={t('materialLink')}
          description={t('materialLinkHelp')}
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={1000}
          defaultValue={sentOr(state, 'url', '')}
          error={fieldError(errorCode(state, 'url'))}
        />
        <TextArea
          name="body"
          label={t('materialText')}
          rows={4}
          maxLength={mostMaterialLetters}
          defaultValue={sentOr(state, 'body', '')}
          // An empty text is wrong for one reason only: there is no link either.
          error={bodyError === 'required' ? t('materialEmpty') : fieldError(bodyError)}
        />
        <div>
          <SubmitButton>{t('materialSave')}</SubmitButton>
        </div>
      </form>
    </details>
  );
}

function Refused({ state }: { state: Extract<MaterialState, { status: 'refused' }> }) {
  const t = useTranslations('notes');
  const { refusal } = useWorkspaceWords();
  const { reason } = state;
  const isOurs = reason === 'closed' || reason === 'too_many';
  return (
    <Alert tone="danger" title={t('notSaved')}>
      {isOurs ? t(`material_${reason}`) : refusal(state)}
    </Alert>
  );
}
