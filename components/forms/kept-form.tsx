'use client';

import { type ComponentProps, useRef } from 'react';
import type { ActionState } from '@/lib/action-kit/schema';
import { ActionForm } from './action-form';
import { useLeaveGuard } from './use-leave-guard';

/** An `ActionForm` that asks before somebody leaves it with changes that are not saved. */
export function KeptForm<State extends ActionState<unknown, string, unknown>>(
  props: Omit<ComponentProps<typeof ActionForm<State>>, 'ref' | 'onSent'>,
) {
  const ref = useRef<HTMLFormElement>(null);
  const { state } = props.form;
  const isWrong = state.status !== 'idle' && state.status !== 'ok';
  const sent = useLeaveGuard(ref, { refusal: isWrong ? state : null });
  return <ActionForm {...props} ref={ref} onSent={sent} />;
}
