import type { ReactNode } from 'react';

/**
 * Says what changed. It must be in the page before its text changes, so render it always and let it
 * be empty; `isVisible` shows the text as well.
 */
export function LiveRegion({
  children,
  isVisible = false,
}: {
  children?: ReactNode;
  isVisible?: boolean;
}) {
  return (
    <output aria-live="polite" aria-atomic="true" className={isVisible ? 'block' : 'sr-only'}>
      {children}
    </output>
  );
}
