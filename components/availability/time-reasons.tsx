'use client';

import { useTranslations } from 'next-intl';
import type { Schedule } from '@/domain/schedules';
import { Link } from '@/i18n/navigation';
import { reasonsAgainst } from '@/lib/availability/rules/reasons-against';
import type { SessionNames, ReasonAgainst } from '@/lib/availability/schema/availability';
import type { Offer } from '@/lib/slots/schema/schedule';
import { formatDateTime, type Place } from '@/kernel/time/format';
import { reasonText } from './reason-text';

interface Telling {
  schedule: Schedule;
  offer: Offer;
  now: number;
  sessions: SessionNames;
  place: Place;
}

/** Why the time that was asked about is not free, or that it is. Said aloud when it changes. */
export function TimeReasons({ asked, telling }: { asked: number | null; telling: Telling }) {
  return (
    <div aria-live="polite" className="mt-3">
      {asked !== null && <Answer start={asked} {...telling} />}
    </div>
  );
}

function Answer({ start, schedule, offer, now, sessions, place }: Telling & { start: number }) {
  const t = useTranslations('timeReasons');
  const reasons = reasonsAgainst(schedule, offer, { start, now });
  const time = formatDateTime(start, place);
  return (
    <div className="bg-sunken rounded-md px-4 py-3 text-sm">
      <p className="font-semibold">{t(reasons.length === 0 ? 'free' : 'notFree', { time })}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {reasons.map((reason) => (
          <li key={keyOf(reason)}>
            {reasonText(reason, { t, place, sessions })}
            <BookingLink reason={reason} sessions={sessions} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function BookingLink({ reason, sessions }: { reason: ReasonAgainst; sessions: SessionNames }) {
  const t = useTranslations('timeReasons');
  const id = sessionOf(reason);
  const session = id === null ? undefined : sessions[id];
  if (!session) return null;
  return (
    <Link
      href={`/bookings/${session.bookingId}`}
      prefetch={false}
      className="text-link flex min-h-11 w-fit items-center"
    >
      {t('openBooking')}
    </Link>
  );
}

function sessionOf(reason: ReasonAgainst): string | null {
  if (reason.kind === 'full') return reason.sessionId;
  const obstacle =
    reason.kind === 'taken' ? reason.by : reason.kind === 'buffer' ? reason.of : null;
  return obstacle !== null && 'sessionId' in obstacle ? obstacle.sessionId : null;
}

function keyOf(reason: ReasonAgainst): string {
  return JSON.stringify(reason);
}
