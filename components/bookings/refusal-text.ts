import type { useTranslations } from 'next-intl';

type Words = ReturnType<typeof useTranslations<'bookingPage'>>;

/** Refusals of actions on a booking that have words of their own. */
const known = [
  'not_found',
  'not_allowed',
  'already_started',
  'expired',
  'too_early',
  'checked_in',
] as const;

export interface Refusal {
  status: 'refused';
  reason: string;
  data: { retryAfterSeconds: number } | null;
}

/** Why nothing has changed, in words. */
export function refusalText({ reason, data }: Refusal, t: Words): string {
  if (data) return t('refused_rate_limited', { minutes: Math.ceil(data.retryAfterSeconds / 60) });
  const code = known.find((candidate) => candidate === reason);
  return t(code ? `refused_${code}` : 'refused_other');
}
