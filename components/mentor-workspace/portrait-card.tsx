'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState, type ChangeEvent } from 'react';
import { mostUploadBytes } from '@/domain/posts';
import { ActionForm } from '@/components/forms/action-form';
import { useRefusal } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import { controlClass, Field, fieldAria } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { keepPortraitAction, removePortraitAction } from '@/lib/portraits/actions';
import type { PortraitState, RemovePortraitState } from '@/lib/portraits/schema';
import { acceptedTypes, portraitSrc } from '@/lib/portraits/constants';
import { shrinkPicture } from './shrink-picture';
import { WorkspaceRefused } from './workspace-refused';

/** A mentor's picture: what visitors see, another one, or none. Plain forms, with a look ahead where scripts run. */
export function PortraitCard({
  name,
  seed,
  portraitId,
  first,
}: {
  name: string;
  seed: string;
  portraitId: string | null;
  /** What posts without script left. */
  first: { keep: PortraitState; remove: RemovePortraitState };
}) {
  const t = useTranslations('portrait');
  const inputId = useId();
  const workspace = useTranslations('workspace');
  const form = useActionForm(keepPortraitAction, { first: first.keep });
  const { state } = form;
  // A form that was answered is empty again, and what had been picked for it is gone with it.
  const [picked, setPicked] = useState<{ src: string; for: PortraitState } | null>(null);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const [isShrinking, setIsShrinking] = useState(false);
  const latest = useRef<File>(undefined);
  const src = picked?.for === state ? picked.src : portraitSrc(portraitId, 'large');
  const refusal = useRefusal(state, ({ reason }) =>
    reason === 'not_found' ? workspace(`refused_${reason}`) : t(`refused_${reason}`),
  );
  const error = isTooLarge ? t('refused_too_large') : refusal;
  const texts = { label: t(portraitId ? 'another' : 'choose'), description: t('help'), error };

  async function onPick({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
    const [file] = input.files ?? [];
    latest.current = file;
    if (!file) return;
    setIsShrinking(true);
    const { file: small, shown } = await shrinkPicture(file);
    // Another one was picked meanwhile.
    if (latest.current !== file) return;
    setIsShrinking(false);
    setIsTooLarge(small.size > mostUploadBytes);
    if (small.size > mostUploadBytes) {
      input.value = '';
      return;
    }
    const sent = new DataTransfer();
    sent.items.add(small);
    input.files = sent.files;
    setPicked(shown === null ? null : { src: shown, for: state });
  }

  return (
    <Card as="section" aria-label={t('title')} className="flex flex-col gap-4">
      <h2 className="text-xl">{t('title')}</h2>
      <div className="flex items-center gap-4">
        <Avatar name={name} seed={seed} size="lg" src={src} />
        <p className="text-muted text-sm">{t(portraitId ? 'shown' : 'initials')}</p>
      </div>
      {/* What has been kept leaves the form empty. */}
      <ActionForm
        key={portraitId}
        form={form}
        path="/mentor/profile"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          if (isShrinking) event.preventDefault();
        }}
      >
        <Field {...texts} id={inputId} isRequired>
          <input
            {...fieldAria(inputId, texts)}
            type="file"
            name="picture"
            accept={acceptedTypes}
            required
            onChange={(event) => void onPick(event)}
            className={`${controlClass} file:text-link file:mr-3 file:cursor-pointer file:font-semibold`}
          />
        </Field>
        <SubmitButton variant="secondary" wide isPending={isShrinking}>
          {t('upload')}
        </SubmitButton>
      </ActionForm>
      {portraitId !== null && <RemoveForm first={first.remove} />}
    </Card>
  );
}

function RemoveForm({ first }: { first: RemovePortraitState }) {
  const t = useTranslations('portrait');
  const form = useActionForm(removePortraitAction, { first });
  return (
    <ActionForm form={form} path="/mentor/profile" className="flex flex-col gap-3">
      <WorkspaceRefused state={form.state} />
      <SubmitButton variant="ghost" size="sm" wide>
        {t('remove')}
      </SubmitButton>
    </ActionForm>
  );
}
