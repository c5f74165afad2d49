import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

/** The one narrow panel of the pages about signing in. */
export function SignInCard({
  title,
  description,
  children,
}: {
  title: string;
  description?: string;
  children?: ReactNode;
}) {
  return (
    <div className="page-width flex justify-center py-8 sm:py-14">
      <Card isRaised as="section" className="max-w-form w-full">
        <h1 className="text-3xl">{title}</h1>
        {description && <p className="text-muted mt-2">{description}</p>}
        <div className="mt-6 flex flex-col gap-5">{children}</div>
      </Card>
    </div>
  );
}
