import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatusBadge } from '@/components/bookings/status-badge';
import { Link } from '@/i18n/navigation';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';
import type { Day } from '@/kernel/time/calendar';
import { DOT } from '@/kernel/dot';
import { type DayEntry, timesOn } from './day-entries';
import { EntryMark } from './entry-mark';
import { useSessionTitle } from './use-session-title';

const line =
  'flex min-h-11 w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-sm py-1.5 text-left';

/** What stands on a day, a line each, which opens it. */
export function EntryLines({
  day,
  entries,
  data: { timeZone },
  onOpen,
}: {
  day: Day;
  entries: readonly DayEntry[];
  data: CalendarData;
  onOpen: ((id: string) => void) | undefined;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const sessionTitle = useSessionTitle();
  const kinds = { off: t('timeOff'), imported: t('imported'), free: t('free') };
  if (entries.length === 0) {
    return <p className="text-muted flex min-h-11 items-center">{t('nothing')}</p>;
  }
  return (
    <ul>
      {entries.map((entry) => {
        const { id, mark, session, note } = entry;
        const text = (
          <>
            <span className="w-26 shrink-0 whitespace-nowrap tabular-nums">
              {timesOn(day, entry, { locale, timeZone }) ?? t('allDay')}
            </span>
            {session ? (
              <>
                <span className="min-w-0 font-semibold wrap-anywhere">{sessionTitle(session)}</span>
                {session.isGiven && (
                  <StatusBadge status={session.status} isProposal={session.isProposal} />
                )}
              </>
            ) : (
              <span className="text-muted inline-flex min-w-0 items-center gap-2 wrap-anywhere">
                <EntryMark mark={mark} />
                {[mark === 'off' || mark === 'imported' || mark === 'free' ? kinds[mark] : '', note]
                  .filter(Boolean)
                  .join(DOT)}
              </span>
            )}
          </>
        );
        return (
          <li key={id}>
            <Line entry={entry} onOpen={onOpen}>
              {text}
            </Line>
          </li>
        );
      })}
    </ul>
  );
}

/** A button once scripts run; before, a session is a link to its booking. */
function Line({
  entry: { id, session },
  onOpen,
  children,
}: {
  entry: DayEntry;
  onOpen: ((id: string) => void) | undefined;
  children: ReactNode;
}) {
  if (onOpen) {
    return (
      <button
        type="button"
        onClick={() => onOpen(id)}
        className={`${line} reacts hover:bg-sunken cursor-pointer`}
      >
        {children}
      </button>
    );
  }
  const bookingId = session?.seats[0]?.bookingId;
  if (bookingId === undefined) return <p className={line}>{children}</p>;
  return (
    <Link href={`/bookings/${bookingId}`} prefetch={false} className={line}>
      {children}
    </Link>
  );
}
