'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { ActionState } from '@/lib/action-kit/schema';
import { readFailures } from '@/lib/external-calendars/schema';

const known = ['not_a_mentor', 'too_many', 'already_added', 'not_now', 'not_found'] as const;

/** Why a form about a calendar did nothing. */
export function CalendarRefused({
  state,
  title,
}: {
  state: ActionState<unknown, string, unknown>;
  title: string;
}) {
  const t = useTranslations('externalCalendars');
  if (state.status !== 'refused') return null;
  return (
    <div className="mb-5">
      <Alert tone="danger" title={title}>
        {reasonText(state, t)}
      </Alert>
    </div>
  );
}

function reasonText(
  { reason, data }: { reason: string; data: unknown },
  t: ReturnType<typeof useTranslations<'externalCalendars'>>,
): string {
  if (typeof data === 'object' && data !== null) {
    if ('retryAfterSeconds' in data) {
      return t('refused_rate_limited', { minutes: Math.ceil(Number(data.retryAfterSeconds) / 60) });
    }
    const failure = readFailures.find((one) => 'failure' in data && data.failure === one);
    if (failure) return t(`failure_${failure}`);
  }
  const code = known.find((candidate) => candidate === reason);
  return t(code ? `refused_${code}` : 'refused_other');
}
