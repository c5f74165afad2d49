'use client';

import { useTranslations } from 'next-intl';
import { otherName } from '@/components/bookings/booking-names';
import { StatusBadge } from '@/components/bookings/status-badge';
import { ChevronDownIcon } from '@/components/ui/icons';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { SeatCard } from './seat-card';

/** Who comes to a group, and how sure that is; each name unfolds to all about its booking. */
export function Roster({
  bookings,
  onChanged,
}: {
  bookings: BookingDetail[];
  onChanged: (news: string) => void;
}) {
  const t = useTranslations('bookingPage');
  return (
    <ul className="divide-y border-y">
      {bookings.map((booking) => (
        <li key={booking.id}>
          <details className="group">
            <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 py-1">
              <ChevronDownIcon className="reacts size-4 shrink-0 group-open:rotate-180" />
              <span className="min-w-0 grow font-semibold wrap-anywhere">
                {otherName(booking, t)}
              </span>
              <StatusBadge status={booking.status} isProposal={booking.isProposal} />
            </summary>
            <div className="pb-4">
              <SeatCard
                key={booking.status}
                booking={booking}
                isGiven
                isInRoster
                onChanged={onChanged}
              />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
