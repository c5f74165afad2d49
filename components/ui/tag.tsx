import type { ReactNode } from 'react';

export type TagTone = 'neutral' | 'success' | 'highlight' | 'danger';

const tones: Record<TagTone, string> = {
  neutral: 'bg-sunken text-ink',
  success: 'bg-green-soft text-green',
  highlight: 'bg-gold-soft text-gold-ink',
  danger: 'bg-red-soft text-red',
};

/** A word or two about something: a skill, a state. The word carries the meaning, the colour helps. */
export function Tag({ tone = 'neutral', children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex max-w-full shrink-0 items-center gap-1.5 rounded-2xl px-3 py-1 text-sm font-medium ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
