import { useTranslations } from 'next-intl';
import { EntryMark, type Mark } from './entry-mark';

const statuses = ['held', 'pending', 'confirmed', 'in_progress', 'completed', 'no_show'] as const;
const spans = ['attending', 'off', 'imported', 'free'] as const;

/** What each sign and ground of the calendar means. */
export function CalendarLegend() {
  const t = useTranslations('mentorCalendar');
  const state = useTranslations('bookingStatus');
  const names = {
    attending: t('attending'),
    off: t('timeOff'),
    imported: t('imported'),
    free: t('free'),
  };
  const items: { mark: Mark; name: string }[] = [
    ...statuses.map((mark) => ({ mark, name: state(mark) })),
    ...spans.map((mark) => ({ mark, name: names[mark] })),
  ];
  return (
    <ul
      aria-label={t('legend')}
      className="mentor-calendar flex max-w-prose flex-wrap gap-2 text-sm"
    >
      {items.map(({ mark, name }) => (
        <li
          key={mark}
          className={`mark-${mark} inline-flex items-center gap-1.5 rounded-sm px-2 py-1`}
        >
          <EntryMark mark={mark} />
          {name}
        </li>
      ))}
    </ul>
  );
}
