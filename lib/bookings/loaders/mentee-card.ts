import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { asViewer } from '@/db/viewer';
import { countSessionsWith, listSessionsWith } from '@/db/queries/mentee-card';
import { getMentorTimeZone } from '@/db/queries/mentor-calendar';
import { getMenteeOf } from '@/db/queries/proposals';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import { sameTimeAhead } from '../rules/next-time';
import { bookingsPerPage } from '../schema/booking';
import type { MenteeCard } from '../schema/mentor-views';

type Loaded =
  | { status: 'signed_out' | 'not_a_mentor' | 'missing' }
  | { status: 'found'; card: MenteeCard; timeZone: string };

/**
 * What a mentor and one of their mentees have had with each other. Of anybody else, who exists or not,
 * there is nothing.
 */
export async function loadMenteeCard(menteeId: string, page: number): Promise<Loaded> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  if (!viewer.isMentor) return { status: 'not_a_mentor' };
  if (!z.uuid().safeParse(menteeId).success) return { status: 'missing' };
  const now = Temporal.Now.instant();
  const pair = { mentorId: viewer.id, menteeId };
  const offset = (page - 1) * bookingsPerPage;
  const timeZone = await getPageTimeZone();
  const [mentee, counts, rows, mentorTimeZone] = await asViewer(viewer, (tx) =>
    Promise.all([
      getMenteeOf(tx, pair),
      countSessionsWith(tx, { ...pair, now }),
      listSessionsWith(tx, { ...pair, now, limit: bookingsPerPage, offset }),
      getMentorTimeZone(tx, pair),
    ]),
  );
  if (!mentee) return { status: 'missing' };
  const sessions = rows.map(({ period, sharedNote, ...row }) => ({
    ...row,
    startsAt: period.start.epochMilliseconds,
    endsAt: period.end.epochMilliseconds,
    sharedNote: sharedNote ?? '',
  }));
  const [latest] = sessions;
  return {
    status: 'found',
    timeZone,
    card: {
      menteeId,
      name: mentee.name,
      locale: mentee.locale,
      timeZone: mentee.timeZone,
      counts,
      sessions,
      page,
      next: latest
        ? {
            menteeId,
            variantId: latest.variantId,
            near: sameTimeAhead(latest.startsAt, {
              timeZone: mentorTimeZone ?? timeZone,
              now: now.epochMilliseconds,
            }),
          }
        : null,
    },
  };
}
