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
  children,
}: {
  action: FormAction<undefined, Reason>;
  fields?: Record<string, string>;
  variant: ButtonVariant;
  children: ReactNode;
}) {
  const form = useActionForm(action);
  return (
    <ActionForm form={form} fields={fields}>
      <SubmitButton variant={variant} wide>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
