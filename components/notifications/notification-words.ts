import type { useTranslations } from 'next-intl';
import type { ReadNotification } from '@/domain/notifications';
import { formatDateTime, type Place } from '@/kernel/time/format';

/** A notification in the language and the zone of whoever reads it now. */
export function notificationWords(
  content: ReadNotification,
  { t, place }: { t: ReturnType<typeof useTranslations<'notificationTexts'>>; place: Place },
): { title: string; text: string } {
  if (content.kind === 'credits_granted') {
    const { data } = content;
    return { title: t('credits_granted.title', data), text: t('credits_granted.text', data) };
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
  return { title: t(`${kind}.title`, words), text: t(`${kind}.text`, words) };
}
