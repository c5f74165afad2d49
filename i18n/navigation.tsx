import { useLocale } from 'next-intl';
import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import { localizedHref } from './routing';

/** A path without its language, or an address elsewhere. */
type Destination = string | { pathname: string; query?: Record<string, string> };

/**
 * Next's link, its path written without its language. next-intl's own waits for a promise in each
 * link that the server renders, and React then sends every link of a streamed list apart from it:
 * more bytes, and a list without names where scripts are off.
 */
export function Link({
  href,
  ...rest
}: Omit<ComponentProps<typeof NextLink>, 'href' | 'locale'> & { href: Destination }) {
  const locale = useLocale();
  const address =
    typeof href === 'string'
      ? localizedHref(href, locale)
      : { ...href, pathname: localizedHref(href.pathname, locale) };
  return <NextLink {...rest} href={address} />;
}
