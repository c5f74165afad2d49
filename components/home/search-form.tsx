import { useLocale, useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';
import { SearchIcon } from '@/components/ui/icons';
import { localizedPath } from '@/i18n/routing';

/** A plain GET form: it works while the page is still loading. */
export function SearchForm() {
  const t = useTranslations('home');
  return (
    <search>
      <form
        action={localizedPath('/mentors', useLocale())}
        className="bg-surface border-edge shadow-card focus-within:border-green flex flex-col gap-2 rounded-lg border p-2 sm:flex-row"
      >
        <label className="text-muted flex min-h-12 flex-1 items-center gap-3 px-3">
          <SearchIcon />
          <span className="sr-only">{t('searchLabel')}</span>
          <input
            type="search"
            name="q"
            maxLength={100}
            autoComplete="off"
            enterKeyHint="search"
            placeholder={t('searchPlaceholder')}
            className="text-ink placeholder:text-muted w-full min-w-0 self-stretch bg-transparent text-base outline-none"
          />
        </label>
        <button type="submit" className={buttonClass()}>
          {t('searchButton')}
        </button>
      </form>
    </search>
  );
}
