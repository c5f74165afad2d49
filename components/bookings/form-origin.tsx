import { localizedPath, type Locale } from '@/i18n/routing';

/** What every form of ours posts: its language, and the page it stands on (without its language). */
export function FormOrigin({ locale, path }: { locale: Locale; path: string }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={localizedPath(path, locale)} />
    </>
  );
}
