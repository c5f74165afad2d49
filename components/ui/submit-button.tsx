'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';

/** The button of a form with a server action: pending while its form is being made ready or sent. */
export function SubmitButton({
  isPending = false,
  ...rest
}: Omit<ComponentProps<typeof Button>, 'type'>) {
  const { pending } = useFormStatus();
  return <Button {...rest} type="submit" isPending={isPending || pending} />;
}
