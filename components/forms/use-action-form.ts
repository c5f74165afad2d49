'use client';

import { unstable_rethrow } from 'next/navigation';
import { useActionState } from 'react';
import { mostBytesOn } from '@/domain/posts';
import { unlocalizedPath } from '@/i18n/routing';
import type { ActionState, FormAction, SubmittedValues } from '@/lib/action-kit/schema';
import { formBytes } from './form-size';

/** A form's action as {@link useActionForm} runs it; an `ActionForm` takes it whole. */
export interface ActionFormProps<State> {
  state: State;
  isPending: boolean;
  /** To be called in a transition. */
  send: (form: FormData) => void;
}

/**
 * The state of a form with an action.
 *
 * In the server's HTML the form posts to the action itself, as a browser without script needs it. In the
 * browser what is thrown on the way (no network, an outage) becomes the state `unreached`: an error page
 * in place of the form would lose what was typed. What is too large to be taken is not sent at all.
 */
export function useActionForm<Value, Reason extends string, Data>(
  action: FormAction<Value, Reason, Data>,
  {
    first = { status: 'idle' },
    onDone,
  }: {
    /** What a post without script left. */
    first?: ActionState<Value, Reason, Data>;
    /** Called once for each success; for what a redirect or a new state does not do. */
    onDone?: (value: Value) => void;
  } = {},
): ActionFormProps<ActionState<Value, Reason, Data>> {
  const [state, send, isPending] = useActionState<ActionState<Value, Reason, Data>, FormData>(
    typeof window === 'undefined' ? action : reaching(action, onDone),
    first,
  );
  return { state, isPending, send };
}

function reaching<Value, Reason extends string, Data>(
  action: FormAction<Value, Reason, Data>,
  onDone: ((value: Value) => void) | undefined,
): FormAction<Value, Reason, Data> {
  return async (previous, form) => {
    // The server would turn it away unread.
    if (formBytes(form) > mostBytesOn(unlocalizedPath(location.pathname))) {
      return { status: 'too_large', values: textsOf(form) };
    }
    try {
      const state = await action(previous, form);
      if (state.status === 'ok') onDone?.(state.value);
      return state;
    } catch (error) {
      // Next.js throws to navigate: that is not ours to catch.
      unstable_rethrow(error);
      return { status: 'unreached', values: textsOf(form) };
    }
  };
}

function textsOf(form: FormData): SubmittedValues {
  const values: SubmittedValues = {};
  for (const [field, value] of form) {
    if (typeof value === 'string') (values[field] ??= []).push(value);
  }
  return values;
}
