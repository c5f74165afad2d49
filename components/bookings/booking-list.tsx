import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Pagination } from '@/components/ui/pagination';
import { Skeleton } from '@/components/ui/skeleton';
import {
  bookingsPerPage,
  type BookingsView,
  type BookingSummary,
  type ReadingZone,
} from '@/lib/bookings/schema/booking';
import { timeZoneName } from '@/kernel/time/format';
import { BookingCard } from './booking-card';
import { BookingFilters } from './booking-filters';
import { BookingRoles } from './booking-roles';
import { BookingsEmpty } from './bookings-empty';
import { bookingsHref, isFiltered } from './bookings-href';

/** A tab of "my bookings": whose part, filters, how many, the cards, the pages. */
export function BookingList({
  view,
  bookings,
  total,
  timeZone,
  isViewersZone,
  isMentor,
  at,
}: ReadingZone & {
  view: BookingsView;
  bookings: BookingSummary[];
  total: number;
  isMentor: boolean;
  /** The present, in epoch milliseconds: the zone's offset is named as of now. */
  at: number;
}) {
  const t = useTranslations('bookings');
  const locale = useLocale();
  const isUnused = total === 0 && !isFiltered(view) && view.as === 'both';
  return (
    <div className="flex flex-col gap-5">
      {isMentor && <BookingRoles view={view} />}
      {!isUnused && <BookingFilters view={view} />}
      {bookings.length === 0 ? (
        <BookingsEmpty view={view} isMentor={isMentor} hasOthers={total > 0} />
      ) : (
        <>
          <p className="text-muted flex flex-wrap justify-between gap-x-4 text-sm">
            <output>{t('count', { count: total })}</output>
            <span>
              {t(isViewersZone ? 'zone' : 'zoneUnknown', {
                zone: timeZoneName(at, { locale, timeZone }),
              })}
            </span>
          </p>
          <ul className="flex flex-col gap-4">
            {bookings.map((booking) => (
              <BookingCard key={booking.id} {...{ booking, timeZone, isViewersZone }} />
            ))}
          </ul>
          <Pagination
            page={view.page}
            pageCount={Math.ceil(total / bookingsPerPage)}
            hrefFor={(page) => bookingsHref({ ...view, page })}
          />
        </>
      )}
    </div>
  );
}

export function BookingListSkeleton() {
  const t = useTranslations('bookings');
  return (
    <div>
      <output className="sr-only">{t('loading')}</output>
      <div aria-hidden="true" className="flex flex-col gap-4">
        <Skeleton className="h-11 w-40" />
        {[1, 2, 3].map((number) => (
          <Card key={number} className="flex gap-4">
            <Skeleton className="size-10 rounded-md" />
            <div className="flex flex-1 flex-col gap-3">
              <Skeleton className="h-6 w-3/4" />
              <Skeleton className="h-6 w-1/2" />
              <Skeleton className="h-5 w-1/3" />
            </div>
          </Card>
        ))}
      </div>
    </div>
  );
}
