import type { useTranslations } from 'next-intl';

type Words = ReturnType<typeof useTranslations<'mentorCalendar'>>;

const known = [
  'in_past',
  'same_time',
  'slot_taken',
  'mentee_busy',
  'already_started',
  'not_allowed',
  'expired',
  'not_found',
  'end_before_start',
  'over',
  'over_a_day',
  'already_open',
  'clock_change',
  'too_long',
  'not_a_time',
] as const;

/** What an action of the calendar answered, as far as its words need it. */
type Answer =
  | { status: 'idle' | 'ok' | 'invalid' | 'unreached' }
  | { status: 'refused'; reason: string; data: { retryAfterSeconds: number } | null };

/** Why nothing has changed; null when it has, or nothing was asked. */
export function refusalWords(answer: Answer, t: Words): string | null {
  if (answer.status === 'ok' || answer.status === 'idle') return null;
  if (answer.status === 'unreached') return t('failed');
  if (answer.status !== 'refused') return t('refused_other');
  const { reason, data } = answer;
  if (data) return t('refused_rate_limited', { minutes: Math.ceil(data.retryAfterSeconds / 60) });
  return reasonWords(reason, t);
}

/** The words of one reason alone. */
export function reasonWords(reason: string, t: Words): string {
  const code = known.find((candidate) => candidate === reason);
  return code ? t(`refused_${code}`) : t('refused_other');
}
