'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import type { ButtonVariant } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/action-kit/schema';

/** A form of one button, for an action that answers by leading elsewhere. */
export function PostButton<Reason extends string>({
  action,
  fields = {},
  variant,
  onSubmit,
  children,
}: {
  action: FormAction<undefined, Reason>;
  fields?: Record<string, string>;
  variant: ButtonVariant;
  /** Before it is sent. */
  onSubmit?: () => void;
  children: ReactNode;
}) {
  const form = useActionForm(action);
  return (
    <ActionForm form={form} fields={fields} onSubmit={onSubmit}>
      <SubmitButton variant={variant} wide>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
