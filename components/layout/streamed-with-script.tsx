'use client';

import { useTranslations } from 'next-intl';
import { Suspense, useState, type ReactNode } from 'react';

/**
 * Shows `fallback` until its children are read. What stands under Suspense stays hidden without
 * JavaScript, so a page that has to work without passes `isOff` for browsers that have not yet shown
 * that they run scripts (their time zone cookie is not set): they wait for the whole page instead.
 *
 * It stays what it was first drawn as: the first visit's page comes without a boundary and is then read
 * again in the visitor's zone, when one would put the fallback in the place of what is being read.
 */
export function StreamedWithScript({
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
  const [staysOff] = useState(isOff);
  if (staysOff) return children;
  const waiting = (
    <>
      <noscript>
        <a href={plainHref} className="text-link">
          {t('withoutScript')}
        </a>
      </noscript>
      {fallback}
    </>
  );
  return <Suspense fallback={waiting}>{children}</Suspense>;
}
