'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Select } from '@/components/ui/select';

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
  const all = [...new Set([...choices, defaultValue])].toSorted((one, other) => one - other);
  return (
    <Select {...rest} defaultValue={defaultValue}>
      {all.map((minutes) => (
        <option key={minutes} value={minutes}>
          {lengthText(minutes, t)}
        </option>
      ))}
    </Select>
  );
}

/** "45 minutes", "2 hours", "3 days", in the largest unit that has no rest. */
function lengthText(
  minutes: number,
  t: ReturnType<typeof useTranslations<'availability'>>,
): string {
  if (minutes === 0) return t('lengthNone');
  if (minutes % 1440 === 0 && minutes > 1440) return t('lengthDays', { count: minutes / 1440 });
  if (minutes % 60 === 0) return t('lengthHours', { count: minutes / 60 });
  return t('lengthMinutes', { count: minutes });
}
