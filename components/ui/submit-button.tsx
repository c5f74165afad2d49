'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';

/** The button of a form with a server action: pending while its form is being sent. */
export function SubmitButton(props: Omit<ComponentProps<typeof Button>, 'type' | 'isPending'>) {
  const { pending } = useFormStatus();
  return <Button {...props} type="submit" isPending={pending} />;
}
