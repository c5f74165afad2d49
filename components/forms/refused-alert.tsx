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
  const { status } = state;
  if (status !== 'refused') {
    return status === 'idle' || status === 'ok' || status === 'invalid' ? null : t(status);
  }
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
  // Where nothing of the form was looked at, no title of its own fits.
  const isRead = state.status === 'refused' || state.status === 'too_large';
  return (
    <div data-refusal tabIndex={-1} className="rounded-md outline-none">
      <Alert tone={tone} title={isRead ? title : t('unreachedTitle')} actions={actions}>
        {text}
      </Alert>
    </div>
  );
}

type RateLimited = { reason: 'rate_limited'; data: { retryAfterSeconds: number } };

function isRateLimited(refused: { reason: string; data: unknown }): refused is RateLimited {
  return refused.reason === 'rate_limited';
}
