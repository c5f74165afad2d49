import type { useTranslations } from 'next-intl';

type Words = ReturnType<typeof useTranslations<'bookingPage'>>;

/** Refusals of actions on a booking that have words of their own. */
const known = [
  'not_found',
  'not_allowed',
  'superseded',
  'already_started',
  'expired',
  'too_early',
  'checked_in',
  'nothing_left',
] as const;

export interface Refusal {
  status?: 'refused';
  reason: string;
  data: { retryAfterSeconds: number } | null;
}

/** The refusal that an address names, or null: anybody may write an address. */
export function refusalOf(reason: string | undefined): (typeof known)[number] | null {
  return known.find((candidate) => candidate === reason) ?? null;
}

/** Why nothing has changed, in words. */
export function refusalText({ reason, data }: Refusal, t: Words): string {
  if (data) return t('refused_rate_limited', { minutes: Math.ceil(data.retryAfterSeconds / 60) });
  const code = refusalOf(reason);
  return t(code ? `refused_${code}` : 'refused_other');
}
