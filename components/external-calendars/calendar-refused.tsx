'use client';

import { useTranslations } from 'next-intl';
import { RefusedAlert } from '@/components/forms/refused-alert';
import type { AddCalendarState } from './add-calendar-form';
import type { CalendarState } from './calendar-buttons';
import type { OwnAddressesState } from './own-addresses-form';

/** Why a form about a calendar did nothing. */
export function CalendarRefused({
  state,
  title,
}: {
  state: AddCalendarState | CalendarState | OwnAddressesState;
  title: string;
}) {
  const t = useTranslations('externalCalendars');
  return (
    <div className="mb-5 empty:hidden">
      <RefusedAlert
        state={state}
        title={title}
        words={({ reason, data }) =>
          reason === 'unreadable'
            ? data?.failure && t(`failure_${data.failure}`)
            : t(`refused_${reason}`)
        }
      />
    </div>
  );
}
