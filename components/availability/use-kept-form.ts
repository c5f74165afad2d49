'use client';

import { startTransition, useActionState, type SubmitEvent } from 'react';
import { useFocusFirstInvalid } from '@/components/ui/use-focus-first-invalid';
import type { ActionState, FormAction } from '@/lib/action-kit/schema';

/**
 * A form with an action whose fields keep what was typed when the action refuses: React empties the
 * fields of a form that it posts itself. Without script the browser posts it, to the same action.
 */
export function useKeptForm<Value, Reason extends string, Data>(
  action: FormAction<Value, Reason, Data>,
  first: Awaited<ActionState<Value, Reason, Data>>,
) {
  const [state, send, isPending] = useActionState(action, first);
  const form = useFocusFirstInvalid(state);
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const posted = new FormData(event.currentTarget, event.nativeEvent.submitter);
    if (!isPending) startTransition(() => send(posted));
  }
  return { state, isPending, formProps: { ref: form, action: send, onSubmit, noValidate: true } };
}
