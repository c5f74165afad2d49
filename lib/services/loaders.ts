import 'server-only';
import type { MentorHandle } from '@/domain/mentors';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { asViewer } from '@/db/viewer';
import { getOwnMentor } from '@/db/queries/own-mentor';
import {
  countBookingsAhead,
  getOwnService,
  listOwnServices,
  listOwnVariants,
} from '@/db/queries/own-services';
import { listOwnQuestions } from '@/db/queries/questions';
import { getViewer } from '@/lib/auth/session';
import type { OfferedService, OwnService, OwnServiceWithQuestions } from './schema';

type ServiceRow = Awaited<ReturnType<typeof listOwnServices>>[number];
type VariantRow = Awaited<ReturnType<typeof listOwnVariants>>[number];

/** All that the viewer offers or has offered, in their order. */
export async function loadOwnServices(): Promise<
  | { status: 'signed_out' }
  | { status: 'not_a_mentor' }
  | { status: 'ok'; services: OfferedService[] }
> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  if (!viewer.isMentor) return { status: 'not_a_mentor' };
  const { id: mentorId } = viewer;
  const [rows, ahead, variants] = await asViewer(viewer, async (tx) => {
    const [offered, booked] = await Promise.all([
      listOwnServices(tx, { mentorId }),
      countBookingsAhead(tx, { mentorId, now: Temporal.Now.instant() }),
    ]);
    const serviceIds = offered.map(({ id }) => id);
    return [offered, booked, await listOwnVariants(tx, { mentorId, serviceIds })] as const;
  });
  return {
    status: 'ok',
    services: rows.map((row) => ({
      ...withVariants(row, variants),
      bookedAhead: ahead.get(row.id) ?? 0,
    })),
  };
}

/** Missing: no service, or not the viewer's; the two answer alike. */
export async function loadOwnService(serviceId: string): Promise<
  | { status: 'signed_out' }
  | { status: 'missing' }
  | {
      status: 'ok';
      service: OwnServiceWithQuestions;
      /** Whose page its link leads to. */
      mentor: MentorHandle & { isPublished: boolean };
    }
> {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' };
  if (!z.uuid().safeParse(serviceId).success) return { status: 'missing' };
  const { id: mentorId } = viewer;
  const now = Temporal.Now.instant();
  const [row, mentor, variants, questions] = await asViewer(viewer, (tx) =>
    Promise.all([
      getOwnService(tx, { mentorId, serviceId }),
      getOwnMentor(tx, { userId: mentorId, now }),
      listOwnVariants(tx, { mentorId, serviceIds: [serviceId] }),
      listOwnQuestions(tx, { mentorId, serviceId }),
    ]),
  );
  if (!row || !mentor) return { status: 'missing' };
  return {
    status: 'ok',
    service: { ...withVariants(row, variants), questions },
    mentor: {
      organization: mentor.organization,
      slug: mentor.slug,
      isPublished: mentor.publishedAt !== null,
    },
  };
}

function withVariants({ archivedAt, ...row }: ServiceRow, variants: VariantRow[]): OwnService {
  return {
    ...row,
    isArchived: archivedAt !== null,
    variants: variants
      .filter(({ serviceId }) => serviceId === row.id)
      .map(({ id, durationMinutes, priceCredits }) => ({ id, durationMinutes, priceCredits })),
  };
}
