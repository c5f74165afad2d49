'use client';

import type { MouseEvent } from 'react';
import type { Locale } from '@/i18n/routing';

/**
 * The same page in the other language. A plain link that `proxy.ts` answers, since a prerendered
 * page does not know its address; a whole page load, so that `lang`, texts and titles change as one.
 */
export function LocaleSwitch({
  to,
  label,
  className,
}: {
  to: Locale;
  label: string;
  className?: string;
}) {
  return (
    <a
      href={`?lang=${to}`}
      hrefLang={to}
      lang={to}
      rel="nofollow"
      onClick={keepAddress}
      className={className}
    >
      {label}
    </a>
  );
}

function keepAddress(event: MouseEvent<HTMLAnchorElement>): void {
  const url = new URL(window.location.href);
  url.searchParams.set('lang', event.currentTarget.hreflang);
  event.currentTarget.href = url.href;
}
