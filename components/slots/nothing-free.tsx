'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import { formatDateTime } from '@/kernel/time/format';
import { daysOfWeeks } from './days-of-weeks';
import { isPlainClick } from './plain-click';
import type { PanelData } from './panel-data';

/** Weeks without an available slot: why, and where the next one is. */
export function NothingFree({
  weeks,
  mentorName,
  timeZone,
  hrefOf,
  onJump,
}: {
  weeks: PanelData['weeks'];
  mentorName: string;
  timeZone: string;
  hrefOf: (slot: number) => string;
  onJump: (slot: number) => void;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const { nextFree } = weeks;
  const days = daysOfWeeks(weeks.from, locale);
  return (
    <div className="bg-sunken mt-4 rounded-md p-4 text-sm">
      <p>
        {weeks.closed === 'past'
          ? t('weeksPast')
          : weeks.closed === 'beyond'
            ? t('weeksBeyond', { name: mentorName })
            : nextFree === null
              ? t('nothingFree', { name: mentorName })
              : t('weeksFull', { days })}
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
