'use client';

import { useTranslations } from 'next-intl';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { Alert } from '@/components/ui/alert';
import type { ActionState } from '@/lib/action-kit/schema';

/** What the forms of the page can be refused for. */
type Refusal =
  | 'not_a_mentor'
  | 'not_found'
  | 'too_many'
  | 'invalid_windows'
  | 'invalid_ranges'
  | 'invalid_rules'
  | 'no_dates'
  | 'no_ranges'
  | 'not_a_date'
  | 'past_date'
  | 'not_a_time'
  | 'end_before_start'
  | 'over'
  | 'too_long';

/** Why nothing was saved; what was typed is still in the form. */
export function NotSaved({ state }: { state: ActionState<unknown, Refusal, unknown> }) {
  const t = useTranslations('availability');
  return (
    <div className="mb-5 empty:hidden">
      {state.status === 'invalid' ? (
        <Alert tone="danger" title={t('notSaved')}>
          {t('refused_invalid')}
        </Alert>
      ) : (
        <RefusedAlert
          state={state}
          title={t('notSaved')}
          words={({ reason }) =>
            t(reason === 'invalid_rules' ? 'refused_invalid' : `refused_${reason}`)
          }
        />
      )}
    </div>
  );
}
