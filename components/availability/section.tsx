import { useId, type ReactNode } from 'react';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { Card } from '@/components/ui/card';
import type { AvailabilityPart } from '@/lib/availability/schema/availability';

/** One part of the page, which is saved by itself. */
export function Section({
  part,
  title,
  description,
  saved,
  children,
}: {
  part: AvailabilityPart;
  title: string;
  description: string;
  /** Words for having just been saved; `at` tells one saving from the next, `outside` what it left outside. */
  saved: { text: string; at: string; outside: ReactNode } | null;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <Card as="section" id={part} aria-labelledby={headingId} className="scroll-mt-4">
      <h2 id={headingId} className="text-2xl">
        {title}
      </h2>
      <p className="text-muted mt-1 mb-5 max-w-prose text-sm">{description}</p>
      {saved && (
        <div className="mb-5">
          <ArrivalAlert key={saved.at} tone="success" title={saved.text}>
            {saved.outside}
          </ArrivalAlert>
        </div>
      )}
      {children}
    </Card>
  );
}
