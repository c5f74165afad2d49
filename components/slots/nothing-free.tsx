'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import { noonOf } from '@/kernel/time/calendar';
import { formatDateTime, formatMonth } from '@/kernel/time/format';
import { isPlainClick } from './plain-click';
import type { PanelData } from './panel-data';

/** A month without a free slot: why, and where the next one is. */
export function NothingFree({
  month,
  mentorName,
  timeZone,
  hrefOf,
  onJump,
}: {
  month: PanelData['month'];
  mentorName: string;
  timeZone: string;
  hrefOf: (slot: number) => string;
  onJump: (slot: number) => void;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const { nextFree } = month;
  const name = formatMonth(noonOf(`${month.month}-15`), { locale, timeZone: 'UTC' });
  return (
    <div className="bg-sunken mt-4 rounded-md p-4 text-sm">
      <p>
        {month.closed === 'past'
          ? t('monthPast', { month: name })
          : month.closed === 'beyond'
            ? t('monthBeyond', { month: name, name: mentorName })
            : nextFree === null
              ? t('nothingFree', { name: mentorName })
              : t('monthFull', { month: name })}
      </p>
      {nextFree === null ? (
        <ButtonLink href="/mentors" variant="secondary" size="sm" className="mt-3">
          {t('otherMentors')}
        </ButtonLink>
      ) : (
        <a
          href={hrefOf(nextFree)}
          rel="nofollow"
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            onJump(nextFree);
          }}
          className={`mt-3 ${buttonClass({ variant: 'secondary', size: 'sm' })}`}
        >
          {t('nextFree', { at: formatDateTime(nextFree, { locale, timeZone }) })}
        </a>
      )}
    </div>
  );
}
