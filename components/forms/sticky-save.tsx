import type { ReactNode } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';

/** The button of a long form, in reach from everywhere in it. */
export function StickySave({ hint, children }: { hint?: ReactNode; children: ReactNode }) {
  return (
    <div
      data-foot-bar=""
      className="bg-paper sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-1 border-t py-3"
    >
      <SubmitButton>{children}</SubmitButton>
      {hint && <p className="text-muted text-sm">{hint}</p>}
    </div>
  );
}
