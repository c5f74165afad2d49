import type { ReactNode } from 'react';
import { Suspense } from 'react';
import { withoutScripts } from './without-scripts';

/**
 * Content that streams in behind a skeleton, and is there without JavaScript as well if it waits for
 * all it needs at its top and marks its outermost element with `data-streamed`: what it waits for
 * further down would be sent in pieces.
 */
export function Streamed({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  return (
    <>
      <noscript>
        <style>{withoutScripts}</style>
      </noscript>
      <Suspense fallback={<div data-streaming="">{fallback}</div>}>{children}</Suspense>
    </>
  );
}
