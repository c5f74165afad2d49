import type { useTranslations } from 'next-intl';
import type { SessionNames, Obstacle, ReasonAgainst } from '@/lib/availability/schema/availability';
import { noonOf } from '@/kernel/time/calendar';
import {
  formatDateTime,
  formatDay,
  formatDayShort,
  formatTime,
  localDay,
  type Place,
} from '@/kernel/time/format';

type Words = ReturnType<typeof useTranslations<'timeReasons'>>;

interface Telling {
  t: Words;
  /** The mentor's zone and the reader's language. */
  place: Place;
  /** What sessions are called, by their ids. */
  sessions: SessionNames;
}

/** A reason against a time, as a sentence for the mentor. */
export function reasonText(reason: ReasonAgainst, telling: Telling): string {
  const { t, place } = telling;
  switch (reason.kind) {
    case 'past':
    case 'off_grid':
      return t(reason.kind);
    case 'notice':
      return t('notice', { from: formatDateTime(reason.from, place) });
    case 'horizon':
      // The horizon ends at midnight: what can be booked is the day before.
      return t('horizon', { day: formatDay(reason.until - 1, place) });
    case 'outside_windows':
      return t('outside_windows', { time: formatTime(reason.closedFrom, place) });
    case 'closed_date':
    case 'closed_for_all':
    case 'other_hours':
      return t(reason.kind, {
        day: formatDay(noonOf(reason.date), { ...place, timeZone: 'UTC' }),
      });
    case 'daily_cap':
    case 'weekly_cap':
      return t(reason.kind, { most: reason.most });
    case 'full':
      return t('full', { name: nameOf(reason.sessionId, telling) });
    case 'taken':
      return t(`taken_${reason.by.what}`, obstacleValues(reason.by, telling));
    case 'buffer':
      return t(`buffer_${reason.of.what}`, obstacleValues(reason.of, telling));
  }
}

function obstacleValues(obstacle: Obstacle, telling: Telling) {
  const { place } = telling;
  return {
    name: obstacleName(obstacle, telling),
    from: formatTime(obstacle.start, place),
    to: spanEnd(obstacle, place),
  };
}

function obstacleName(obstacle: Obstacle, telling: Telling): string {
  if ('sessionId' in obstacle) return nameOf(obstacle.sessionId, telling);
  return obstacle.title || telling.t('someEvent');
}

/** The time, with its day where that is another. */
function spanEnd({ start, end }: Obstacle, place: Place): string {
  const isSameDay = localDay(start, place.timeZone) === localDay(end, place.timeZone);
  const time = formatTime(end, place);
  return isSameDay ? time : `${formatDayShort(end, place)}, ${time}`;
}

function nameOf(sessionId: string, { t, sessions, place }: Telling): string {
  const session = sessions[sessionId];
  if (!session) return t('someSession');
  const names = new Intl.ListFormat(place.locale).format(session.names);
  return names === '' ? session.title : t('sessionWith', { title: session.title, names });
}
