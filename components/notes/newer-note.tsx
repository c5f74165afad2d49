'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { NoteKind } from '@/domain/notes';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { WorkspaceRefused } from '@/components/mentor-workspace/workspace-refused';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { written } from '@/components/ui/written';
import { dropDraftAction } from '@/lib/notes/actions/write-note';
import type { NoteView } from '@/lib/notes/schema';
import { formatDateTime } from '@/kernel/time/format';

/** To somebody who came second: what was written meanwhile, and that theirs is kept. */
export function NewerNote({
  bookingId,
  kind,
  note: { body, changed, writtenIn },
  timeZone,
  path,
}: {
  bookingId: string;
  kind: NoteKind;
  note: NoteView;
  timeZone: string;
  path: string;
}) {
  const t = useTranslations('notes');
  const locale = useLocale();
  const form = useActionForm(dropDraftAction);
  return (
    <div className="mb-4 flex flex-col gap-3">
      <Alert tone="warning" title={t('changedTitle')}>
        {changed &&
          t('changedText', {
            who: changed.byViewer ? 'you' : 'other',
            name: changed.name ?? t('someone'),
            time: formatDateTime(changed.at, { locale, timeZone }),
          })}
      </Alert>
      <div className="bg-sunken rounded-md px-4 py-3">
        <h3 className="font-sans text-sm font-semibold tracking-normal">{t('newerText')}</h3>
        <p
          className="mt-1 max-w-prose break-words whitespace-pre-line"
          {...(body !== '' && written(writtenIn))}
        >
          {body === '' ? t('emptied') : body}
        </p>
        <ActionForm form={form} path={path} fields={{ bookingId, kind }} className="mt-3">
          <WorkspaceRefused state={form.state} />
          <SubmitButton variant="secondary" size="sm">
            {t('dropMine')}
          </SubmitButton>
        </ActionForm>
      </div>
    </div>
  );
}
