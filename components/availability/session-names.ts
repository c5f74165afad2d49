import type { SessionNames } from '@/lib/availability/schema/availability';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';

/** What the mentor's sessions are called in reasons, by their ids. */
export function sessionNames({ sessions }: CalendarData): SessionNames {
  const names: SessionNames = {};
  for (const { id, serviceTitle, seats, isGiven } of sessions) {
    const [first] = seats;
    if (!first || !isGiven) continue;
    names[id] = {
      bookingId: first.bookingId,
      title: serviceTitle,
      names: seats.flatMap(({ menteeName }) => menteeName ?? []),
    };
  }
  return names;
}
