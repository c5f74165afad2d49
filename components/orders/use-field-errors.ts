'use client';

import { useTranslations } from 'next-intl';

/** Words for the codes that fields were marked with. */
export function useFieldErrors(errors: Record<string, string>) {
  const t = useTranslations('booking');
  return (field: string): string | undefined => {
    const code = errors[field];
    if (code === undefined) return undefined;
    if (code === 'required' || code === 'too_small') return t('fieldRequired', { field });
    if (code === 'too_big') return t('fieldTooLong');
    return field === 'email' ? t('emailWrong') : t('fieldWrong');
  };
}
