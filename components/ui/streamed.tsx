import type { ReactNode } from 'react';
import { Suspense } from 'react';

/*
 * React sends what comes late in a hidden element at the end of the body, and a script puts it in
 * its place. Where scripts are off, these rules show it where it is (between the page and its
 * footer) and take the skeleton away; so the first HTML is readable by everyone.
 */
const withoutScripts = `
  @layer base { body > div[hidden]:has([data-streamed]) { display: block !important; order: 1 } }
  body > footer { order: 2 }
  [data-streaming] { display: none }`;

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
