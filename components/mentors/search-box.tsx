import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';
import { SearchIcon } from '@/components/ui/icons';

/** The words that are looked for, with the form's one button. */
export function SearchBox({ words }: { words: string }) {
  const t = useTranslations('mentorList');
  return (
    <div className="bg-surface border-edge shadow-card focus-within:border-green flex max-w-3xl gap-2 rounded-lg border p-2">
      <label className="text-muted flex min-h-12 min-w-0 flex-1 items-center gap-3 px-3">
        <SearchIcon />
        <span className="sr-only">{t('searchLabel')}</span>
        <input
          type="search"
          name="q"
          defaultValue={words}
          maxLength={100}
          autoComplete="off"
          enterKeyHint="search"
          placeholder={t('searchPlaceholder')}
          className="text-ink placeholder:text-muted w-full min-w-0 self-stretch bg-transparent text-base outline-none"
        />
      </label>
      <button type="submit" className={buttonClass()}>
        {t('search')}
      </button>
    </div>
  );
}
