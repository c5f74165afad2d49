'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormOrigin } from '@/components/bookings/form-origin';
import { useWorkspaceWords } from '@/components/mentor-workspace/use-workspace-words';
import { SubmitButton } from '@/components/ui/submit-button';
import { archiveServiceAction, restoreServiceAction } from '@/lib/services/actions/edit-services';

const actions = { archive: archiveServiceAction, restore: restoreServiceAction };

/** Takes a service from the offer, or offers it again. */
export function ServiceButton({
  act,
  serviceId,
  title,
}: {
  act: keyof typeof actions;
  serviceId: string;
  title: string;
}) {
  const t = useTranslations('mentorServices');
  const { refusal } = useWorkspaceWords();
  const locale = useLocale();
  const [state, send] = useActionState(actions[act], { status: 'idle' });
  return (
    <form action={send}>
      <FormOrigin locale={locale} path="/mentor/services" />
      <input type="hidden" name="serviceId" value={serviceId} />
      <SubmitButton variant="ghost" size="sm" aria-label={t(`${act}Label`, { title })}>
        {t(act)}
      </SubmitButton>
      {state.status === 'refused' && (
        <p role="alert" className="text-red text-sm">
          {refusal(state)}
        </p>
      )}
    </form>
  );
}
