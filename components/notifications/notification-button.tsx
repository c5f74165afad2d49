'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/action-kit/schema';

/** One thing to do with a notification, or with all of them: a form of one button. */
export function NotificationButton({
  action,
  notificationId,
  path,
  label,
  children,
}: {
  action: FormAction;
  /** Absent: all of them. */
  notificationId?: string;
  /** The page to come back to, without its language. */
  path: string;
  /** What the button does and to which one, where it shows a drawing. */
  label?: string;
  children: ReactNode;
}) {
  const form = useActionForm(action);
  return (
    <ActionForm
      form={form}
      path={path}
      fields={notificationId === undefined ? {} : { notificationId }}
    >
      <SubmitButton variant="ghost" size="sm" aria-label={label} title={label}>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
