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
  'unknown_zone',
] as const;

/** What is wrong with a field of the workspace's forms, in words that come from `workspace`. */
export function useFieldError(): (code: string | undefined) => string | undefined {
  const t = useTranslations('workspace');
  return (code) => {
    if (code === undefined) return undefined;
    const known = fieldCodes.find((candidate) => candidate === code);
    return t(known ? `field_${known}` : 'field_wrong');
  };
}
