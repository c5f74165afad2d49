import 'server-only';
import { z } from 'zod';
import { asViewer } from '@/db/viewer';
import { getMenteeOf } from '@/db/queries/proposals';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import {
  chosenOffer,
  loadMentorPage,
  loadOwnServices,
  type OfferedService,
  type OfferedVariant,
} from '@/lib/mentors/loaders/mentor-page';
import { loadWeeks } from '@/lib/slots/loaders/weeks';
import type { WeeksAsked, WeeksOfSlots } from '@/lib/slots/schema/weeks';

/** What a mentor proposes a session from. */
export interface ProposeForm {
  mentor: { name: string; timeZone: string; hasAddress: boolean; services: OfferedService[] };
  chosen: { service: OfferedService; variant: OfferedVariant } | null;
  /** Null where nothing can be booked: then nothing can be proposed either. */
  weeks: WeeksOfSlots | null;
  /** Whom it is for; null: an address is asked for. Of somebody who has booked before none is shown. */
  mentee: { id: string; name: string | null } | null;
  timeZone: string;
}

type Loaded =
  | { status: 'signed_out' | 'not_a_mentor' | 'missing' }
  | { status: 'found'; form: ProposeForm };

/** The viewer's own times as a mentor, for whoever they are to be proposed to. */
export async function loadProposeForm({
  menteeId,
  variant,
  weeksIn,
}: {
  /** Null: to an address. */
  menteeId: string | null;
  variant: string | null;
  weeksIn: (timeZone: string) => WeeksAsked;
}): Promise<Loaded> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  const { id: mentorId, mentorHandle } = viewer;
  if (mentorHandle === null) return { status: 'not_a_mentor' };
  if (menteeId !== null && !z.uuid().safeParse(menteeId).success) return { status: 'missing' };
  const [mentor, timeZone] = await Promise.all([
    loadMentorPage(mentorHandle.organization, mentorHandle.slug, null),
    getPageTimeZone(),
  ]);
  if (!mentor) return { status: 'missing' };
  const { name, hasAddress, horizonDays } = mentor;
  return asViewer(viewer, async (tx) => {
    const [services, mentee] = await Promise.all([
      loadOwnServices(tx, mentorId),
      menteeId === null ? null : getMenteeOf(tx, { mentorId, menteeId }),
    ]);
    if (menteeId !== null && !mentee) return { status: 'missing' };
    const chosen = chosenOffer(services, { service: null, variant });
    const mayPropose = mentor.takingBookings && mentor.isPublished && chosen;
    const weeks = mayPropose
      ? await loadWeeks(tx, {
          mentorId,
          offer: chosen.variant.offer,
          horizonDays,
          asked: weeksIn(timeZone),
          timeZone,
        })
      : null;
    return {
      status: 'found',
      form: {
        mentor: { name, timeZone: mentor.timeZone, hasAddress, services },
        chosen,
        weeks,
        mentee: mentee && { id: mentee.id, name: mentee.name },
        timeZone,
      },
    };
  });
}
