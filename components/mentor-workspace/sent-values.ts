import type { ActionState } from '@/lib/action-kit/schema';

type AnyState = ActionState<unknown, string, unknown>;

/** What was sent, unless nothing was, or it was too long to be kept for a page without JavaScript. */
function valuesOf(state: AnyState) {
  return 'values' in state && Object.keys(state.values).length > 0 ? state.values : null;
}

/** What stands in a field: what was sent in vain, else what is saved. */
export function sentOr(state: AnyState, field: string, saved: string): string {
  const values = valuesOf(state);
  return values ? (values[field]?.at(-1) ?? '') : saved;
}

/** The same of a field that may come several times, or not at all. */
export function sentListOr(
  state: AnyState,
  field: string,
  saved: readonly string[],
): readonly string[] {
  const values = valuesOf(state);
  return values ? (values[field] ?? []) : saved;
}

/** The code of what is wrong with a field, if anything is. */
export function errorCode(state: AnyState, field: string): string | undefined {
  return state.status === 'invalid' ? state.errors[field] : undefined;
}
