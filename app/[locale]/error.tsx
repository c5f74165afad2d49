'use client';

import { lazy, Suspense } from 'react';

/** Loaded when there is an error; where it cannot be, the last resort is there already. */
const ErrorScene = lazy(() =>
  import('@/components/layout/error-scene').then((scene) => ({ default: scene.ErrorScene })),
);

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Suspense>
      <ErrorScene error={error} retry={retry} />
    </Suspense>
  );
}
