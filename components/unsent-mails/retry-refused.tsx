'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { ActionState } from '@/lib/action-kit/schema';

/** Why nothing was sent again. */
export function RetryRefused({ state }: { state: ActionState<unknown, string, unknown> }) {
  const t = useTranslations('unsentMails');
  if (state.status !== 'refused') return null;
  return (
    <div className="mb-4">
      <Alert tone="danger" title={t('notRetried')}>
        {t(state.reason === 'rate_limited' ? 'tooOften' : 'nothingToRetry')}
      </Alert>
    </div>
  );
}
