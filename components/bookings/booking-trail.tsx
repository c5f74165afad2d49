import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { written } from '@/components/ui/written';
import type { TrailEntry } from '@/lib/bookings/schema/booking';
import { formatDateTime } from '@/kernel/time/format';
import { trailText } from './trail-text';

/** What has happened to a booking, in words, first to last. */
export function BookingTrail({ trail, timeZone }: { trail: TrailEntry[]; timeZone: string }) {
  const title = useTranslations('bookingPage');
  const t = useTranslations('bookingTrail');
  const place = { locale: useLocale(), timeZone };
  return (
    <Card as="section" aria-labelledby="trail">
      <h2 id="trail" className="mb-4 text-xl">
        {title('trail')}
      </h2>
      <ol className="flex flex-col gap-4">
        {trail.map((entry) => (
          <li key={entry.id} className="border-green border-l-2 pl-4">
            <p>{trailText(entry, t, place)}</p>
            {entry.reason !== null && (
              <p className="mt-1 italic" {...written(entry.writtenIn)}>
                {t('reason', { reason: entry.reason })}
              </p>
            )}
            <Time at={entry.at} className="text-muted text-sm">
              {formatDateTime(entry.at, place, { withYear: true })}
            </Time>
          </li>
        ))}
      </ol>
    </Card>
  );
}
