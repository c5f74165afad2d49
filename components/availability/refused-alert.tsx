'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { ActionState } from '@/lib/action-kit/schema';

/** Refusals that have words of their own. */
const known = [
  'invalid_windows',
  'invalid_ranges',
  'too_many',
  'no_dates',
  'no_ranges',
  'past_date',
  'end_before_start',
  'over',
  'too_long',
  'not_found',
  'not_a_mentor',
] as const;

/** Why nothing was saved; what was typed is still in the form. */
export function RefusedAlert({ state }: { state: ActionState<unknown, string, unknown> }) {
  const t = useTranslations('availability');
  if (state.status !== 'refused' && state.status !== 'invalid') return null;
  return (
    <div className="mb-5">
      <Alert tone="danger" title={t('notSaved')}>
        {state.status === 'invalid' ? t('refused_invalid') : reasonText(state, t)}
      </Alert>
    </div>
  );
}

function reasonText(
  { reason, data }: { reason: string; data: unknown },
  t: ReturnType<typeof useTranslations<'availability'>>,
): string {
  if (typeof data === 'object' && data !== null && 'retryAfterSeconds' in data) {
    return t('refused_rate_limited', { minutes: Math.ceil(Number(data.retryAfterSeconds) / 60) });
  }
  const code = known.find((candidate) => candidate === reason);
  return t(code ? `refused_${code}` : 'refused_other');
}
