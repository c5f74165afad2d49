import 'server-only';
import { cache } from 'react';
import type { Executor } from '@/db/client';
import { asViewer } from '@/db/viewer';
import {
  countSessionsGiven,
  getMentorProfile,
  listActiveVariants,
} from '@/db/queries/mentor-profile';
import { takesBookings } from '@/lib/slots/rules/pause';
import type { Offer } from '@/lib/slots/schema/schedule';
import { getViewer } from '@/lib/auth/session';
import { getSkillNames } from './skill-names';

export type MentorPage = NonNullable<Awaited<ReturnType<typeof loadMentorPage>>>;
export type OfferedService = MentorPage['services'][number];
export type OfferedVariant = OfferedService['variants'][number];

/**
 * A mentor with what they offer, or null when there is none in the organization that the viewer may see.
 * @param asked the link that one service of theirs is reached by: it is then all that is shown. One that
 *   is no such link, or none any more, shows what everybody sees.
 */
export const loadMentorPage = cache(
  async (organization: string, slug: string, asked: string | null) => {
    const viewer = await getViewer();
    const nameOf = await getSkillNames();
    const sought = { organization, slug, viewerId: viewer?.id ?? null };
    const found = await asViewer(
      viewer,
      async (tx) => {
        const mentor = await getMentorProfile(tx, sought);
        if (!mentor) return null;
        const mentorId = mentor.id;
        const [linked, forAll, sessionsGiven] = await Promise.all([
          asked === null ? [] : listActiveVariants(tx, { mentorId, to: { link: asked } }),
          listActiveVariants(tx, { mentorId, to: null }),
          countSessionsGiven(tx, { mentorId }),
        ]);
        return { mentor, linked, forAll, sessionsGiven };
      },
      { link: heldLink(asked) },
    );
    if (!found) return null;
    const { mentor, linked, forAll, sessionsGiven } = found;
    const isLinked = linked.length > 0;
    const rows = isLinked ? linked : forAll;
    const { address, name, publishedAt, ...shown } = mentor;
    const takingBookings = takesBookings(mentor, Date.now());
    return {
      ...shown,
      takingBookings,
      /** The day on which they are taken again, where that is known. */
      resumesOn: takingBookings ? null : mentor.resumesOn,
      name: name ?? mentor.slug,
      skills: mentor.skills.map(nameOf),
      /** Where in-person sessions are is for those who have booked one. */
      hasAddress: address !== '',
      isViewer: viewer?.id === mentor.id,
      /** False only where the viewer is the mentor. */
      isPublished: publishedAt !== null,
      sessionsGiven,
      services: groupByService(rows),
      /** By which the service is reached that is shown; null where they are everybody's. */
      link: isLinked ? asked : null,
      /** A link was asked for, and leads to nothing. */
      isLinkVoid: asked !== null && !isLinked,
    };
  },
);

/** All that a mentor offers, as they see it: also what others reach by its link alone. */
export async function loadOwnServices(executor: Executor, mentorId: string) {
  return groupByService(await listActiveVariants(executor, { mentorId, to: 'mentor' }));
}

/** What an address has in place of a link, where it can be one at all. */
export function heldLink(asked: string | null): string | null {
  return asked !== null && serviceLink.test(asked) ? asked : null;
}

const serviceLink = /^[\w-]{43}$/;

type VariantRow = Awaited<ReturnType<typeof listActiveVariants>>[number];

function groupByService(rows: VariantRow[]) {
  const ids = [...new Set(rows.map((row) => row.serviceId))];
  return ids.flatMap((id) => {
    const own = rows.filter((row) => row.serviceId === id);
    const [first] = own;
    if (!first) return [];
    const { title, description, writtenIn, capacity, formats } = first;
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
    return [{ id, title, description, writtenIn, capacity, formats, variants }];
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
