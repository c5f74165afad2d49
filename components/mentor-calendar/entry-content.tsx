import type { EventApi } from '@fullcalendar/react';
import { useLocale, useTranslations } from 'next-intl';
import type { BookingStatus } from '@/domain/bookings';
import { formatRange } from '@/kernel/time/format';
import { instantOfWallClock, wallClockAt } from '@/kernel/time/wall-clock';
import type { EntryProps } from './calendar-entries';
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
  const { start, end } = whenOf(event, timeZone);
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

/** While it is dragged or drawn, an entry says where it would be. Epoch milliseconds. */
function whenOf(event: EventApi, timeZone: string): { start: number; end: number } {
  const kept: Partial<EntryProps> = event.extendedProps;
  const instantOf = (wall: Date | null) => instantOfWallClock(wall?.getTime() ?? 0, timeZone);
  if (kept.start === undefined || kept.end === undefined) {
    return { start: instantOf(event.start), end: instantOf(event.end) };
  }
  const isAtHome = event.start?.getTime() === wallClockAt(kept.start, timeZone);
  const start = isAtHome ? kept.start : instantOf(event.start);
  return { start, end: start + kept.end - kept.start };
}

function isStatus(mark: Mark): mark is BookingStatus {
  return mark !== 'off' && mark !== 'free' && mark !== 'attending' && mark !== 'imported';
}
