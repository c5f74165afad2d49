import { useLocale, useTranslations } from 'next-intl';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { TextField } from '@/components/ui/text-field';
import { Link } from '@/i18n/navigation';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { formatDay, formatTime, localDay, timeZoneName } from '@/lib/time/format';
import { groupByLocalDay } from '@/lib/time/local-days';

/** The free times of one day, and the days that have any: for a mentee. */
export function TimesToMoveTo({
  bookingId,
  times,
  day,
  timeZone,
}: {
  bookingId: string;
  /** Epoch milliseconds, ascending; at least one. */
  times: number[];
  /** The local day that was chosen; the first one when it has none. */
  day: string | null;
  timeZone: string;
}) {
  const t = useTranslations('moving');
  const locale = useLocale();
  const days = groupByLocalDay(times, timeZone);
  const [firstDay] = days.keys();
  const shown = day !== null && days.has(day) ? day : firstDay;
  const starts = (shown !== undefined && days.get(shown)) || [];
  return (
    <div className="flex flex-col gap-5">
      <nav aria-label={t('days')}>
        <ul className="flex max-h-56 flex-wrap gap-2 overflow-y-auto">
          {[...days].map(([candidate, [at = 0]]) => (
            <li key={candidate}>
              <Link
                href={`/bookings/${bookingId}/move?day=${candidate}`}
                prefetch={false}
                aria-current={candidate === shown ? 'date' : undefined}
                className="reacts border-edge aria-[current]:bg-green aria-[current]:text-on-green inline-flex min-h-11 items-center rounded-md border px-3 text-sm font-medium"
              >
                {formatDay(at, { locale, timeZone })}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ChoiceGroup
        key={shown}
        legend={t('times', { zone: timeZoneName(starts[0] ?? 0, { locale, timeZone }) })}
        name="startsAt"
        required
        choices={starts.map((start) => ({
          value: new Date(start).toISOString().replace(/:\d\d\.\d+Z$/, 'Z'),
          label: formatTime(start, { locale, timeZone }),
        }))}
      />
    </div>
  );
}

/** A date and a time in the mentor's zone: a mentor may go outside their own windows. */
export function WallTimeToMoveTo({ booking, seats }: { booking: BookingDetail; seats: number }) {
  const t = useTranslations('moving');
  const locale = useLocale();
  const timeZone = booking.mentorTimeZone;
  const start = Date.parse(booking.startsAt);
  return (
    <div className="flex flex-col gap-5">
      <p>{t('everybody', { seats })}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('date')}
          name="date"
          type="date"
          required
          defaultValue={localDay(start, timeZone)}
        />
        <TextField label={t('time')} name="time" type="time" step={300} required />
      </div>
      <p className="text-muted text-sm">
        {t('mentorZone', { zone: timeZoneName(start, { locale, timeZone }) })}
      </p>
    </div>
  );
}
