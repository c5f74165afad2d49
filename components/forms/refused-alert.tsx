'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import type { ActionState } from '@/lib/action-kit/schema';

/**
 * Words for each reason that an action has, most simply `({ reason }) => t(`refused_${reason}`)`: that
 * compiles only while the catalogue has a text for every one of them.
 */
export type RefusalWords<Reason extends string, Data> = (refused: {
  reason: Reason;
  data: Data;
}) => ReactNode;

/** For an action that refuses for no reason of its own, only for how often it is called. */
export const noOther = ({ reason }: { reason: never }): never => reason;

/**
 * Why an action has done nothing, or that no answer came; null when it has, or was not asked yet, or
 * when fields are wrong, which say so themselves.
 */
export function useRefusal<Reason extends string, Data>(
  state: ActionState<unknown, Reason, Data>,
  words: RefusalWords<Reason, Data>,
): ReactNode {
  const t = useTranslations('common');
  if (state.status === 'unreached') return t('unreached');
  if (state.status === 'too_large') return t('tooLarge');
  if (state.status === 'busy') return t('busy');
  if (state.status === 'unavailable') return t('unavailable');
  if (state.status !== 'refused') return null;
  if (isRateLimited(state)) {
    return t('rateLimited', { minutes: Math.ceil(state.data.retryAfterSeconds / 60) });
  }
  return words(state);
}

/** The same as a message at the top of the form, which takes the focus where no field is wrong. */
export function RefusedAlert<Reason extends string, Data>({
  state,
  words,
  title,
  tone = 'danger',
  actions,
}: {
  state: ActionState<unknown, Reason, Data>;
  words: RefusalWords<Reason, Data>;
  /** What has not come about. */
  title?: string;
  tone?: 'danger' | 'warning';
  actions?: ReactNode;
}) {
  const t = useTranslations('common');
  const text = useRefusal(state, words);
  if (text === null) return null;
  return (
    <div data-refusal tabIndex={-1} className="rounded-md outline-none">
      <Alert tone={tone} title={isUnsent(state) ? t('unreachedTitle') : title} actions={actions}>
        {text}
      </Alert>
    </div>
  );
}

/** Nothing of what the form says was looked at, so no title of the form's own fits. */
function isUnsent({ status }: { status: string }): boolean {
  return status === 'unreached' || status === 'busy' || status === 'unavailable';
}

type RateLimited = { reason: 'rate_limited'; data: { retryAfterSeconds: number } };

function isRateLimited(refused: { reason: string; data: unknown }): refused is RateLimited {
  return refused.reason === 'rate_limited';
}
