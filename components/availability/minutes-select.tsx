'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Select } from '@/components/ui/select';
import { formatDuration } from '@/kernel/time/format';

/** Lengths of time to choose from, with the one that is set among them whatever it is. */
export function MinutesSelect({
  choices,
  defaultValue,
  ...rest
}: Omit<ComponentProps<typeof Select>, 'defaultValue' | 'children'> & {
  choices: readonly number[];
  defaultValue: number;
}) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const all = [...new Set([...choices, defaultValue])].toSorted((one, other) => one - other);
  return (
    <Select {...rest} defaultValue={defaultValue}>
      {all.map((minutes) => (
        <option key={minutes} value={minutes}>
          {minutes === 0 ? t('lengthNone') : formatDuration(minutes, locale)}
        </option>
      ))}
    </Select>
  );
}
