'use client';

import { useTranslations } from 'next-intl';

/** Codes of wrong fields that have words of their own; what is wrong otherwise is wrong in general. */
const fieldCodes = [
  'required',
  'too_big',
  'too_small',
  'too_many',
  'too_long',
  'not_https',
  'not_a_page',
  'not_in_steps',
] as const;

/** Refusals that several forms of the workspace share. */
const refusals = ['not_found', 'length_exists', 'too_many'] as const;

/** The words for what a form of the workspace was refused for. They come from `workspace`. */
export function useWorkspaceWords() {
  const t = useTranslations('workspace');
  return {
    fieldError: (code: string | undefined): string | undefined => {
      if (code === undefined) return undefined;
      const known = fieldCodes.find((candidate) => candidate === code);
      return t(known ? `field_${known}` : 'field_wrong');
    },
    refusal: ({ reason, data }: { reason: string; data: unknown }): string => {
      if (isWait(data)) {
        return t('refused_rate_limited', { minutes: Math.ceil(data.retryAfterSeconds / 60) });
      }
      const known = refusals.find((candidate) => candidate === reason);
      return t(known ? `refused_${known}` : 'refused_other');
    },
  };
}

function isWait(data: unknown): data is { retryAfterSeconds: number } {
  return typeof data === 'object' && data !== null && 'retryAfterSeconds' in data;
}
