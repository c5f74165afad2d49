'use client';

import { lazy, Suspense } from 'react';
import { TextField } from '@/components/ui/text-field';
import { useIsInteractive } from '@/components/ui/use-is-interactive';
import type { SkillsComboProps } from './skills-combo';

const SkillsCombo = lazy(() =>
  import('./skills-combo').then(({ SkillsCombo: component }) => ({ default: component })),
);

/** Skills as a line of text with commas; where scripts run, chosen one by one from the vocabulary. */
export function SkillsField(props: SkillsComboProps) {
  const { defaultValue, ...rest } = props;
  const isInteractive = useIsInteractive();
  const line = <TextField {...rest} name="skills" maxLength={1000} defaultValue={defaultValue} />;
  if (!isInteractive) return line;
  return (
    <Suspense fallback={line}>
      <SkillsCombo key={defaultValue} {...props} />
    </Suspense>
  );
}
