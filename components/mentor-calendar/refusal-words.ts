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
  'too_long',
  'not_a_time',
] as const;

/** What an action of the calendar answered, as far as its words need it. */
type Answer =
  | { status: 'idle' | 'ok' | 'invalid' }
  | { status: 'refused'; reason: string; data: { retryAfterSeconds: number } | null };

/** Why nothing has changed; null when it has. */
export function refusalWords(answer: Answer, t: Words): string | null {
  if (answer.status === 'ok') return null;
  if (answer.status !== 'refused') return t('refused_other');
  const { reason, data } = answer;
  if (data) return t('refused_rate_limited', { minutes: Math.ceil(data.retryAfterSeconds / 60) });
  const code = known.find((candidate) => candidate === reason);
  return code ? t(`refused_${code}`) : t('refused_other');
}
