'use client';

import { useTranslations } from 'next-intl';
import { mostMaterialLetters, mostTitleLetters } from '@/domain/notes';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { errorCode, sentOr } from '@/components/mentor-workspace/sent-values';
import { useFieldError } from '@/components/mentor-workspace/use-field-error';
import { buttonClass } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { addMaterialAction } from '@/lib/notes/actions/give-material';
import type { MaterialState } from '@/lib/notes/schema';

/** Adds something to prepare with; folded away until it is wanted, also without a script. */
export function MaterialForm({ bookingId, first }: { bookingId: string; first: MaterialState }) {
  const t = useTranslations('notes');
  const fieldError = useFieldError();
  const form = useActionForm(addMaterialAction, { first });
  const { state } = form;
  const bodyError = errorCode(state, 'body');
  const isOpen = state.status !== 'idle' && state.status !== 'ok';
  return (
    <details className="mt-4" open={isOpen || undefined}>
      <summary className={buttonClass({ variant: 'secondary', size: 'sm' })}>
        {t('addMaterial')}
      </summary>
      <ActionForm
        form={form}
        path={`/bookings/${bookingId}#material`}
        fields={{ bookingId }}
        className="mt-4 flex flex-col gap-4"
      >
        <RefusedAlert
          state={state}
          title={t('notSaved')}
          words={({ reason }) => t(`material_${reason}`)}
        />
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
      </ActionForm>
    </details>
  );
}
