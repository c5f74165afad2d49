import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { buttonClass } from '@/components/ui/button-style';
import { CloseIcon } from '@/components/ui/icons';

/**
 * The filters in a row; on a phone one button, which says how many are in use, and a sheet. The sheet is a
 * native popover: it opens, and closes by its button, Escape or a tap beside it, before and without
 * JavaScript. A browser that knows no popovers shows the filters in the page.
 */
export function FilterSheet({
  active,
  show,
  children,
}: {
  /** How many filters are in use. */
  active: number;
  /** The words of the button that leads to what was found. */
  show: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('mentorList');
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={`self-start sm:hidden ${buttonClass({ variant: 'secondary' })}`}
      >
        {active === 0 ? t('filters') : t('filtersInUse', { count: active })}
      </button>
      <section
        id={id}
        popover="auto"
        aria-labelledby={`${id}-title`}
        className="bg-surface max-sm:shadow-pop text-ink max-sm:fixed max-sm:inset-x-0 max-sm:top-auto max-sm:bottom-0 max-sm:m-0 max-sm:max-h-[85dvh] max-sm:w-full max-sm:max-w-none max-sm:flex-col max-sm:rounded-t-xl max-sm:border-t max-sm:p-0 max-sm:backdrop:bg-scrim max-sm:open:flex sm:static sm:m-0 sm:flex sm:w-auto sm:flex-wrap sm:gap-2 sm:overflow-visible sm:border-0 sm:bg-transparent sm:p-0"
      >
        <div className="flex items-center justify-between border-b py-2 pr-2 pl-5 sm:hidden">
          <h2 id={`${id}-title`} className="text-xl">
            {t('filters')}
          </h2>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            aria-label={t('closeFilters')}
            className="reacts hover:bg-sunken grid size-11 place-items-center rounded-md"
          >
            <CloseIcon />
          </button>
        </div>
        <div className="max-sm:min-h-0 max-sm:flex-1 max-sm:divide-y max-sm:overflow-y-auto max-sm:px-5 sm:contents">
          {children}
        </div>
        <div className="border-t p-4 sm:hidden">
          <button type="submit" className={`w-full ${buttonClass()}`}>
            {show}
          </button>
        </div>
      </section>
    </>
  );
}
