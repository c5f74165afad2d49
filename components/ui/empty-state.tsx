import type { ReactNode } from 'react';

/** What stands where there is nothing yet: what will be here, and the next step. */
export function EmptyState({
  title,
  headingLevel: Heading = 'h2',
  children,
  actions,
}: {
  title: string;
  headingLevel?: 'h1' | 'h2' | 'h3';
  /** A sentence or two. */
  children?: ReactNode;
  /** Buttons or links: the next step first. */
  actions?: ReactNode;
}) {
  return (
    <div className="bg-surface overflow-hidden rounded-xl border">
      <div className="woven" />
      <div className="flex flex-col items-center px-5 py-12 text-center">
        <Heading className="text-2xl">{title}</Heading>
        {children && <div className="text-muted mt-3 max-w-form">{children}</div>}
        {actions && <div className="mt-6 flex flex-wrap justify-center gap-3">{actions}</div>}
      </div>
    </div>
  );
}
