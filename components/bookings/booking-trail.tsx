import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { TrailEntry } from '@/lib/bookings/schema/booking';
import { formatDateTime } from '@/lib/time/format';

/** What has happened to a booking, in words, first to last. */
export function BookingTrail({ trail, timeZone }: { trail: TrailEntry[]; timeZone: string }) {
  const title = useTranslations('bookingPage');
  const t = useTranslations('bookingTrail');
  const locale = useLocale();
  const timeOf = (at: string | null) =>
    at === null ? '' : formatDateTime(Date.parse(at), { locale, timeZone });
  return (
    <Card as="section" aria-labelledby="trail">
      <h2 id="trail" className="mb-4 text-xl">
        {title('trail')}
      </h2>
      <ol className="flex flex-col gap-4">
        {trail.map((entry) => (
          <li key={entry.id} className="border-green border-l-2 pl-4">
            <p>
              {t(wordsFor(entry), {
                who: entry.isViewer ? 'you' : 'other',
                name: entry.name ?? t(entry.by),
                from: timeOf(entry.movedFrom),
                to: timeOf(entry.movedTo),
              })}
            </p>
            {entry.reason !== null && (
              <p className="mt-1 italic">{t('reason', { reason: entry.reason })}</p>
            )}
            <time dateTime={entry.at} className="text-muted text-sm">
              {formatDateTime(Date.parse(entry.at), { locale, timeZone }, { withYear: true })}
            </time>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function wordsFor({ from, to, by, movedTo }: TrailEntry) {
  if (movedTo !== null) return 'movedFromTo';
  switch (to) {
    case 'held':
      return 'held';
    case 'pending':
      if (from === null) return 'requested';
      return 'provedRequest';
    case 'confirmed':
      if (from === null) return 'booked';
      if (from === 'held') return 'proved';
      return 'accepted';
    case 'cancelled':
      if (by === 'system') return 'released';
      return from !== 'confirmed' && (by === 'mentor' || by === 'admin') ? 'declined' : 'cancelled';
    case 'expired':
      return from === 'held' ? 'holdLapsed' : 'requestLapsed';
    case 'in_progress':
      return 'started';
    case 'completed':
      return by === 'system' ? 'completedAlone' : 'completed';
    case 'no_show':
      return 'noShow';
  }
}
