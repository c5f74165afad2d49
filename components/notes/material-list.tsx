'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { WorkspaceRefused } from '@/components/mentor-workspace/workspace-refused';
import { LinkIcon } from '@/components/ui/icons';
import { SubmitButton } from '@/components/ui/submit-button';
import { written } from '@/components/ui/written';
import { linkName } from '@/lib/mentors/rules/links';
import { removeMaterialAction } from '@/lib/notes/actions/give-material';
import type { MaterialView } from '@/lib/notes/schema';

/** What there is to prepare with. */
export function MaterialList({
  bookingId,
  materials,
  mayRemove,
}: {
  bookingId: string;
  materials: MaterialView[];
  mayRemove: boolean;
}) {
  if (materials.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-col divide-y">
      {materials.map(({ id, title, body, url, writtenIn }) => (
        <li key={id} className="py-3">
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            <h3
              className="min-w-0 font-sans text-base font-semibold tracking-normal break-words"
              {...written(writtenIn)}
            >
              {title}
            </h3>
            {mayRemove && <RemoveForm bookingId={bookingId} materialId={id} title={title} />}
          </div>
          {body !== '' && (
            <p className="max-w-prose break-words whitespace-pre-line" {...written(writtenIn)}>
              {body}
            </p>
          )}
          {url !== '' && (
            <a
              href={url}
              title={url}
              target="_blank"
              rel="nofollow noopener noreferrer"
              className="text-link inline-flex min-h-11 items-center gap-2 break-all"
            >
              <LinkIcon className="size-4" />
              {linkName(url)}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function RemoveForm({
  bookingId,
  materialId,
  title,
}: {
  bookingId: string;
  materialId: string;
  title: string;
}) {
  const t = useTranslations('notes');
  const form = useActionForm(removeMaterialAction);
  return (
    <ActionForm
      form={form}
      path={`/bookings/${bookingId}#material`}
      fields={{ bookingId, materialId }}
    >
      <WorkspaceRefused state={form.state} />
      <SubmitButton variant="ghost" size="sm" aria-label={t('materialRemoveNamed', { title })}>
        {t('materialRemove')}
      </SubmitButton>
    </ActionForm>
  );
}
