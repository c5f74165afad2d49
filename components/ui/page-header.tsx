import type { ReactNode } from 'react';

/** The top of a page: its one `h1`, a sentence, and what can be done. */
export function PageHeader({
  title,
  description,
  actions,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-4 pt-8 pb-6 sm:pt-12">
      <div className="max-w-prose">
        <h1 className="text-3xl sm:text-4xl">{title}</h1>
        {description && <p className="text-muted mt-2 text-lg">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}
