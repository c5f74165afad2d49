import type { EventApi } from '@fullcalendar/react';
import { useLocale, useTranslations } from 'next-intl';
import type { BookingStatus } from '@/lib/bookings/schema/booking';
import { formatRange } from '@/lib/time/format';
import { EntryMark, type Mark } from './entry-mark';

/** An entry: its sign, its time, what it is; the state in words for those who do not see the sign. */
export function EntryContent({
  event,
  timeZone,
  secondZone,
}: {
  event: EventApi;
  timeZone: string;
  secondZone: string | null;
}) {
  const locale = useLocale();
  const state = useTranslations('bookingStatus');
  // While it is dragged the entry says where it would go.
  const start = event.start?.getTime() ?? 0;
  const end = event.end?.getTime() ?? start;
  const mark: Mark = event.extendedProps.mark ?? 'free';
  return (
    <span className="entry">
      <EntryMark mark={mark} />
      <span className="tabular-nums">{formatRange(start, end, { locale, timeZone })}</span>
      <span className="font-semibold">{event.title}</span>
      {isStatus(mark) && <span className="entry-state">{state(mark)}</span>}
      {secondZone && (
        <span className="tabular-nums">
          ({formatRange(start, end, { locale, timeZone: secondZone })})
        </span>
      )}
    </span>
  );
}

function isStatus(mark: Mark): mark is BookingStatus {
  return mark !== 'off' && mark !== 'free' && mark !== 'attending' && mark !== 'imported';
}
