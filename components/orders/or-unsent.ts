import { unstable_rethrow } from 'next/navigation';
import type { FormAction } from '@/lib/action-kit/schema';

/**
 * An action as a form takes it. In the server's HTML it is the action itself, which a browser without
 * script posts to. In the browser, what is thrown on the way (no network, an outage) becomes a refusal
 * with `data`: an error page in place of the form would lose what was typed. The form's request id
 * makes it safe to send it again, whether or not it had arrived.
 */
export function orUnsent<Value, Reason extends string, Data>(
  action: FormAction<Value, Reason | 'unsent', Data>,
  data: Data,
): FormAction<Value, Reason | 'unsent', Data> {
  if (typeof window === 'undefined') return action;
  return async (state, form) => {
    try {
      return await action(state, form);
    } catch (error) {
      // Next.js throws to navigate: that is not ours to catch.
      unstable_rethrow(error);
      return { status: 'refused', reason: 'unsent', data, values: textsOf(form) };
    }
  };
}

function textsOf(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [field, value] of form) {
    if (typeof value === 'string') (values[field] ??= []).push(value);
  }
  return values;
}
