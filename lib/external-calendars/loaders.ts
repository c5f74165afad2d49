import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { asViewer } from '@/db/viewer';
import { listExternalCalendars } from '@/db/queries/external-calendars';
import { getMentorTimeZone } from '@/db/queries/mentor-calendar';
import { requireMentor } from '@/lib/auth/session';
import type { CalendarView } from './schema';
import { calendarsPath } from '@/domain/external-calendars';

/** The viewer's own calendars elsewhere. Who does not mentor is led to where that begins. */
export async function loadOwnCalendars(): Promise<{
  calendars: CalendarView[];
  timeZone: string;
  /** The one that they sign in with. */
  email: string;
}> {
  const viewer = await requireMentor({ next: calendarsPath });
  const { id: mentorId } = viewer;
  const now = Temporal.Now.instant();
  const [rows, timeZone] = await asViewer(viewer, (tx) =>
    Promise.all([
      listExternalCalendars(tx, { mentorId, now }),
      getMentorTimeZone(tx, { mentorId }),
    ]),
  );
  if (timeZone === null) throw new Error('a mentor without a zone');
  return {
    timeZone,
    email: viewer.email,
    calendars: rows.map(({ url, readAt, attemptedAt, failingSince, ...row }) => ({
      ...row,
      host: new URL(url).hostname,
      readAt: readAt.epochMilliseconds,
      attemptedAt: attemptedAt.epochMilliseconds,
      failingSince: failingSince?.epochMilliseconds ?? null,
    })),
  };
}
