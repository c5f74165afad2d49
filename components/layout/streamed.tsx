import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StreamingBoundary } from './streaming-boundary';

/**
 * Shows `fallback` until its children are read. What stands under Suspense stays hidden without
 * JavaScript, so a page that has to work without passes `isOff` for browsers that have not yet shown
 * that they run scripts (their time zone cookie is not set): they wait for the whole page instead.
 */
export function Streamed({
  isOff,
  plainHref,
  fallback,
  children,
}: {
  isOff: boolean;
  /** The same page with `isOff`, should scripts have been switched off since. */
  plainHref: string;
  fallback: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('common');
  return (
    <StreamingBoundary
      isOff={isOff}
      fallback={
        <>
          <noscript>
            <a href={plainHref} className="text-link">
              {t('withoutScript')}
            </a>
          </noscript>
          {fallback}
        </>
      }
    >
      {children}
    </StreamingBoundary>
  );
}
