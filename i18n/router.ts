import { useLocale } from 'next-intl';
import { usePathname as useNextPathname, useRouter as useNextRouter } from 'next/navigation';
import { useMemo } from 'react';
import { localizedHref, unlocalizedPath } from './routing';

/*
 * Next's navigation for the browser, with paths written without their language. next-intl's own can do more
 * than the two languages of one site need, and was 3 KB of every page.
 */

/** The path of the page that is open. */
export function usePathname(): string {
  return unlocalizedPath(useNextPathname());
}

export function useRouter() {
  const router = useNextRouter();
  const locale = useLocale();
  return useMemo(() => {
    type Options = Parameters<typeof router.push>[1];
    return {
      ...router,
      push: (path: string, options?: Options) => router.push(localizedHref(path, locale), options),
      replace: (path: string, options?: Options) =>
        router.replace(localizedHref(path, locale), options),
    };
  }, [router, locale]);
}
