import type { ReactNode } from 'react';

/** An instant in words, with its machine-readable form beside them. `at` is in epoch milliseconds. */
export function Time({
  at,
  className,
  children,
}: {
  at: number;
  className?: string;
  children: ReactNode;
}) {
  return (
    <time dateTime={new Date(at).toISOString()} className={className}>
      {children}
    </time>
  );
}
