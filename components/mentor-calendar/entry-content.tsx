import type { EventApi } from '@fullcalendar/react';
import { useLocale, useTranslations } from 'next-intl';
import type { BookingStatus } from '@/domain/bookings';
import { formatRange, formatTime } from '@/kernel/time/format';
import { instantOfWallClock, wallClockAt } from '@/kernel/time/wall-clock';
import type { EntryProps } from './calendar-entries';
import { EntryMark, type Mark } from './entry-mark';

/** From this length on, an entry has room for a second line. */
const twoLinesMs = 45 * 60_000;

/**
 * An entry: its sign, its time, what it is; the state in words for those who do not see the sign. What
 * does not fit is cut on the screen, never in the name.
 */
export function EntryContent({
  event,
  timeZone,
  secondZone,
  isMonth,
}: {
  event: EventApi;
  timeZone: string;
  secondZone: string | null;
  /** Its cells have room for one line of each. */
  isMonth: boolean;
}) {
  const locale = useLocale();
  const state = useTranslations('bookingStatus');
  const { start, end } = whenOf(event, timeZone);
  const mark: Mark = event.extendedProps.mark ?? 'free';
  const isLong = !isMonth && end - start >= twoLinesMs;
  const there = secondZone && `(${formatRange(start, end, { locale, timeZone: secondZone })})`;
  const range = formatRange(start, end, { locale, timeZone });
  return (
    <span className={isLong ? 'entry entry-long' : 'entry'}>
      <span className="entry-line">
        <EntryMark mark={mark} />
        <span className="tabular-nums">
          {formatTime(start, { locale, timeZone })}
          <span className="entry-rest">{range.slice(range.indexOf('–'))}</span>
        </span>
        {there && <span className="entry-rest tabular-nums">{there}</span>}
      </span>
      <span className="entry-line font-semibold">
        <span className="truncate">{event.title}</span>
        {isStatus(mark) && <span className="sr-only">{state(mark)}</span>}
      </span>
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
