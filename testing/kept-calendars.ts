/** Calendars of mentors' that are read in tests. */
import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { externalCalendars, importedEvents } from '@/db/schema/external-calendars';
import { addCalendar } from '@/lib/external-calendars/service/keep-calendars';
import { refreshCalendars } from '@/lib/external-calendars/service/refresh-calendars';
import type { startCalendars } from './external-calendars';
import { makeMentor, monday } from './people';

/** What is done with calendars of the server that is there by then. */
export function callers(of: () => Awaited<ReturnType<typeof startCalendars>>) {
  return {
    makeCalendar: async (values: { timeZone?: string; path?: string } = {}) => {
      const { timeZone = 'UTC', path = '/a.ics' } = values;
      const { mentorId } = await makeMentor({ mentor: { timeZone } });
      const { network } = of();
      const url = of().url(path);
      const added = await addCalendar({ userId: mentorId, url, name: '', now: monday, network });
      if (!added.ok) throw new Error(added.reason);
      return { mentorId, id: added.value.id };
    },
    /** A run so many minutes after the calendars were added. */
    run: async (minutes: number) => {
      const now = monday.add({ minutes });
      const endsAt = now.add({ seconds: 10 });
      return refreshCalendars({ clock: () => now, endsAt, network: of().network });
    },
    row: async (id: string) => {
      const [found] = await db.select().from(externalCalendars).where(eq(externalCalendars.id, id));
      if (!found) throw new Error('no such calendar');
      return found;
    },
    /** When its events start, "10:00". */
    starts: async (id: string) => {
      const rows = await db.select().from(importedEvents).where(eq(importedEvents.calendarId, id));
      return rows.map(({ period }) => period.start.toString().slice(11, 16)).toSorted();
    },
  };
}
