'use client';

import { useLocale } from 'next-intl';
import { useActionState, type ReactNode } from 'react';
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
  // The action itself and no function around it: only so does the form work without JavaScript.
  const [, post] = useActionState(action, { status: 'idle' });
  const locale = useLocale();
  return (
    <form action={post}>
      <input type="hidden" name="locale" value={locale} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant} wide>
        {children}
      </SubmitButton>
    </form>
  );
}
