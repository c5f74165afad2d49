import type { ReactNode } from 'react';

/** Names and values, side by side where there is room. */
export function DefinitionList({
  items,
}: {
  items: readonly { term: string; value: ReactNode }[];
}) {
  return (
    <dl className="divide-y">
      {items.map(({ term, value }) => (
        <div key={term} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-3">
          <dt className="text-muted text-sm sm:pt-0.5">{term}</dt>
          <dd className="font-medium sm:col-span-2">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
