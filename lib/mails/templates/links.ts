import { localizedPath } from '@/i18n/routing';

/** The address of a page as a mail names it: whole, and in the recipient's language. */
export function pageUrl(
  path: string,
  { appUrl, locale }: { appUrl: string; locale: 'en' | 'fr' },
): string {
  return appUrl + localizedPath(path, locale);
}
