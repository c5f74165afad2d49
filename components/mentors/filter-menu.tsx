import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button-style';
import { DetailsMenu, type DetailsMenuLook } from '@/components/ui/details-menu';
import { ChevronDownIcon } from '@/components/ui/icons';

const line =
  'font-medium sm:justify-center sm:border sm:gap-1.5 sm:px-4 sm:text-sm sm:group-open:border-green';
/** Opens to its right, and on a phone below its line. */
const panel =
  'pb-4 sm:bg-surface sm:shadow-pop sm:border sm:absolute sm:top-full sm:left-0 sm:mt-2 sm:w-80 sm:rounded-lg sm:p-5';
const pill: DetailsMenuLook = {
  trigger: `${line} text-ink sm:bg-surface sm:border-edge sm:hover:bg-sunken`,
  panel,
};
/** In use. */
const filledPill: DetailsMenuLook = {
  trigger: `${line} text-green sm:text-on-green sm:bg-green sm:border-green sm:hover:bg-green-strong`,
  panel,
};

/**
 * One filter of the list, which unfolds its choices: a pill, or a line of the sheet on a phone. The sheet
 * covers the list of what is chosen, so there the line says it.
 */
export function FilterMenu({
  label,
  chosen,
  isUsual = chosen === null,
  children,
}: {
  label: string;
  /** Null: nothing is. */
  chosen: string | null;
  /** Whether it stands as it does on the whole list. */
  isUsual?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('mentorList');
  return (
    <DetailsMenu
      look={isUsual ? pill : filledPill}
      trigger={
        <>
          {label}
          {chosen !== null && (
            <span className="text-muted ml-auto truncate pl-4 text-sm font-normal sm:hidden">
              {chosen}
            </span>
          )}
          <ChevronDownIcon
            className={`size-4 shrink-0 ${chosen === null ? 'max-sm:ml-auto' : 'max-sm:ml-2'}`}
          />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {children}
        <button
          type="submit"
          className={`max-sm:hidden ${buttonClass({ size: 'sm', variant: 'secondary' })}`}
        >
          {t('apply')}
        </button>
      </div>
    </DetailsMenu>
  );
}
