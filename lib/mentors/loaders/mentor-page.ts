import 'server-only';
import { cache } from 'react';
import { db } from '@/db/client';
import {
  countSessionsGiven,
  getMentorProfile,
  listActiveVariants,
} from '@/db/queries/mentor-profile';
import type { Offer } from '@/lib/slots/schema/schedule';
import { getViewer } from '@/lib/auth/session';
import { getSkillNames } from './skill-names';

export type MentorPage = NonNullable<Awaited<ReturnType<typeof loadMentorPage>>>;
export type OfferedService = MentorPage['services'][number];
export type OfferedVariant = OfferedService['variants'][number];

/** A mentor with what they offer, or null when there is none under `slug` that the viewer may see. */
export const loadMentorPage = cache(async (slug: string) => {
  const viewer = await getViewer();
  const mentor = await getMentorProfile(db, { slug, viewerId: viewer?.id ?? null });
  if (!mentor) return null;
  const [nameOf, rows, sessionsGiven] = await Promise.all([
    getSkillNames(),
    listActiveVariants(db, { mentorId: mentor.id }),
    countSessionsGiven(db, { mentorId: mentor.id }),
  ]);
  const { address, name, publishedAt, ...shown } = mentor;
  return {
    ...shown,
    name: name ?? mentor.slug,
    skills: mentor.skills.map(nameOf),
    /** Where in-person sessions are is for those who have booked one. */
    hasAddress: address !== '',
    isViewer: viewer?.id === mentor.id,
    /** False only where the viewer is the mentor. */
    isPublished: publishedAt !== null,
    sessionsGiven,
    services: groupByService(rows),
  };
});

type VariantRow = Awaited<ReturnType<typeof listActiveVariants>>[number];

function groupByService(rows: VariantRow[]) {
  const ids = [...new Set(rows.map((row) => row.serviceId))];
  return ids.flatMap((id) => {
    const own = rows.filter((row) => row.serviceId === id);
    const [first] = own;
    if (!first) return [];
    const { title, description, capacity, formats } = first;
    const variants = own.map(({ variantId, durationMinutes, priceCredits, ...row }) => {
      const { bufferBeforeMinutes, bufferAfterMinutes } = row;
      const offer: Offer = {
        variantId,
        durationMinutes,
        capacity,
        bufferBeforeMinutes,
        bufferAfterMinutes,
      };
      return { id: variantId, durationMinutes, priceCredits, offer };
    });
    return [{ id, title, description, capacity, formats, variants }];
  });
}

/** What is asked for in the address, else the first that the mentor offers; null when they offer nothing. */
export function chosenOffer(
  services: OfferedService[],
  wanted: { service: string | null; variant: string | null },
): { service: OfferedService; variant: OfferedVariant } | null {
  const all = services.flatMap((service) =>
    service.variants.map((variant) => ({ service, variant })),
  );
  return (
    all.find(({ variant }) => variant.id === wanted.variant) ??
    all.find(({ service }) => service.id === wanted.service) ??
    all[0] ??
    null
  );
}
