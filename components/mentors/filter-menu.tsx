import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button-style';
import { DetailsMenu } from '@/components/ui/details-menu';
import { ChevronDownIcon } from '@/components/ui/icons';

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
      look={isUsual ? 'pill' : 'filled-pill'}
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
