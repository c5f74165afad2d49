import type { useTranslations } from 'next-intl';
import type { ReadNotification } from '@/domain/notifications';
import { formatDateTime, type Place, timeZoneCity } from '@/kernel/time/format';

/** A notification in the language and the zone of whoever reads it now; `quote`: what somebody wrote. */
export function notificationWords(
  content: ReadNotification,
  { t, place }: { t: ReturnType<typeof useTranslations<'notificationTexts'>>; place: Place },
): { title: string; text: string; quote: string | null } {
  if (!isAboutBooking(content)) {
    if (isAboutCalendar(content)) return calendarWords(content, { t, place });
    const { kind, data } = content;
    const quote = 'note' in data ? t('quote', { words: data.note }) : null;
    return { title: t(`${kind}.title`, data), text: t(`${kind}.text`, data), quote };
  }
  const { kind, data } = content;
  const timeOf = (at: number) => formatDateTime(at, place);
  const words = {
    side: data.side,
    other: data.other ?? t('someone'),
    service: data.service,
    when: timeOf(data.startsAt),
    by: 'by' in data ? data.by : 'system',
    from: 'fromStartsAt' in data ? timeOf(data.fromStartsAt) : '',
    accused: 'accused' in data && data.accused === data.side ? 'reader' : 'other',
    seats: 'seats' in data ? data.seats : 1,
    count: 'count' in data ? (data.count ?? 1) : 1,
  };
  const quoted = kind === 'message' ? data.text : kind === 'confirmed' ? data.word : undefined;
  return {
    title: t(`${kind}.title`, words),
    text: t(`${kind}.text`, words),
    quote: quoted === undefined ? null : t('quote', { words: quoted }),
  };
}

function calendarWords(
  { kind, data }: AboutCalendar,
  { t, place }: { t: ReturnType<typeof useTranslations<'notificationTexts'>>; place: Place },
) {
  const { calendar } = data;
  if (kind === 'calendar_failing') {
    const since = formatDateTime(data.failingSince, place);
    const words = { calendar, since, read: formatDateTime(data.readAt, place) };
    return { title: t(`${kind}.title`, words), text: t(`${kind}.text`, words), quote: null };
  }
  const zone = timeZoneCity({ ...place, timeZone: data.readIn });
  const words = { calendar, unknown: data.zone, zone };
  const events = new Intl.ListFormat(place.locale).format(data.events);
  const quote = events === '' ? null : events;
  return { title: t(`${kind}.title`, words), text: t(`${kind}.text`, words), quote };
}

type AboutCalendar = Extract<ReadNotification, { data: { calendar: unknown } }>;

function isAboutCalendar(content: ReadNotification): content is AboutCalendar {
  return 'calendar' in content.data;
}

type AboutBooking = Extract<ReadNotification, { data: { side: unknown } }>;

function isAboutBooking(content: ReadNotification): content is AboutBooking {
  return 'side' in content.data;
}
