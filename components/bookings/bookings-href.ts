import type { BookingsView } from '@/lib/bookings/schema/booking';

const plain: BookingsView = {
  when: 'upcoming',
  as: 'both',
  status: null,
  from: null,
  to: null,
  page: 1,
};

/** The address of "my bookings" for a view: what is as usual stays out of it. */
export function bookingsHref(view: Partial<BookingsView>): string {
  const wanted = { ...plain, ...view };
  const query = new URLSearchParams();
  if (wanted.when !== plain.when) query.set('when', wanted.when);
  if (wanted.as !== plain.as) query.set('as', wanted.as);
  if (wanted.status !== null) query.set('status', wanted.status);
  if (wanted.from !== null) query.set('from', wanted.from);
  if (wanted.to !== null) query.set('to', wanted.to);
  if (wanted.page !== plain.page) query.set('page', String(wanted.page));
  return query.size === 0 ? '/bookings' : `/bookings?${query.toString()}`;
}

/** Whether the view leaves out some of the tab's bookings by state or by date. */
export function isFiltered({ status, from, to }: BookingsView): boolean {
  return status !== null || from !== null || to !== null;
}
