'use client';

import { useEffect, useRef, type RefObject } from 'react';

/**
 * For a form with an action: put the ref on the form, and each time `state` (the action's answer)
 * changes the first field marked invalid gets the focus.
 */
export function useFocusFirstInvalid(state: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!state) return;
    // Radios cannot be invalid by themselves: their group is marked instead.
    form.current
      ?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')
      ?.focus();
  }, [state]);
  return form;
}
