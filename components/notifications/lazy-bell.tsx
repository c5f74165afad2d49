'use client';

import { type ComponentProps, lazy, Suspense } from 'react';

const Bell = lazy(() => import('./bell').then(({ Bell: component }) => ({ default: component })));

/** The bell, whose script is loaded for those who have one: visitors have none. */
export function LazyBell(props: ComponentProps<typeof Bell>) {
  return (
    <Suspense fallback={null}>
      <Bell {...props} />
    </Suspense>
  );
}
