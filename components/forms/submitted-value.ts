import type { ActionState } from '@/lib/action-kit/schema';

/** What was sent in `field`, to fill it in again; empty when nothing was. */
export function submittedValue(
  state: ActionState<unknown, string, unknown>,
  field: string,
): string {
  return 'values' in state ? (state.values[field]?.at(-1) ?? '') : '';
}
