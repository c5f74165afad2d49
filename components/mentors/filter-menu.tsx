import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button-style';
import { DetailsMenu } from '@/components/ui/details-menu';
import { ChevronDownIcon } from '@/components/ui/icons';

/** One filter of the list: a pill that says what is chosen and unfolds the choices. */
export function FilterMenu({
  label,
  chosen,
  children,
}: {
  label: string;
  /** Null: nothing is. */
  chosen: string | null;
  children: ReactNode;
}) {
  const t = useTranslations('mentorList');
  return (
    <DetailsMenu
      look={chosen === null ? 'pill' : 'filled-pill'}
      trigger={
        <>
          {chosen ?? label}
          <ChevronDownIcon className="size-4" />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {children}
        <button type="submit" className={buttonClass({ size: 'sm', variant: 'secondary' })}>
          {t('apply')}
        </button>
      </div>
    </DetailsMenu>
  );
}
