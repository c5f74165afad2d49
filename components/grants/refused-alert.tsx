import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { ActionState } from '@/lib/action-kit/schema';

/** Why nothing was given, where it is about no field. */
export function RefusedAlert({ state }: { state: ActionState<unknown, string, unknown> }) {
  const t = useTranslations('grants');
  if (state.status !== 'refused') return null;
  const words =
    state.reason === 'rate_limited' ||
    state.reason === 'nothing_to_give' ||
    state.reason === 'given_meanwhile'
      ? state.reason
      : 'not_found';
  return (
    <Alert tone="danger" title={t('refusedTitle')}>
      {t(words)}
    </Alert>
  );
}
