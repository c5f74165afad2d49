'use client';

import { useTranslations } from 'next-intl';
import { RefusedAlert } from '@/components/forms/refused-alert';
import type { RetryState } from './retry-button';

/** Why nothing was sent again. */
export function RetryRefused({ state }: { state: RetryState }) {
  const t = useTranslations('unsentMails');
  return (
    <div className="mb-4 empty:hidden">
      <RefusedAlert
        state={state}
        title={t('notRetried')}
        words={({ reason }) => t(`refused_${reason}`)}
      />
    </div>
  );
}
