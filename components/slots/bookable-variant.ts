import type { MentorHandle } from '@/domain/mentors';
import type { BookableVariant } from './panel-data';

/** The mentor's side of {@link BookableVariant}, as the mentor page's loader has it. */
interface Mentor extends MentorHandle {
  id: string;
  name: string;
  timeZone: string;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  hasAddress: boolean;
  link: string | null;
  confirmation: 'automatic' | 'manual';
  cancelNoticeMinutes: number;
  lateCancelPercent: number;
}

/** Only what the browser needs: each field of this is sent with the page. */
export function bookableVariant(
  mentor: Mentor,
  {
    service,
    variant,
    questions,
  }: {
    service: Pick<BookableVariant, 'writtenIn' | 'capacity' | 'formats'> & { title: string };
    variant: {
      id: string;
      durationMinutes: number;
      priceCredits: number;
      offer: { bufferBeforeMinutes: number | null; bufferAfterMinutes: number | null };
    };
    questions: BookableVariant['questions'];
  },
): BookableVariant {
  const { bufferBeforeMinutes, bufferAfterMinutes } = variant.offer;
  return {
    mentorId: mentor.id,
    mentorName: mentor.name,
    organization: mentor.organization,
    slug: mentor.slug,
    timeZone: mentor.timeZone,
    variantId: variant.id,
    link: mentor.link,
    serviceTitle: service.title,
    writtenIn: service.writtenIn,
    durationMinutes: variant.durationMinutes,
    spacingMinutes:
      variant.durationMinutes +
      (bufferBeforeMinutes ?? mentor.bufferBeforeMinutes) +
      (bufferAfterMinutes ?? mentor.bufferAfterMinutes),
    priceCredits: variant.priceCredits,
    capacity: service.capacity,
    formats: service.formats,
    questions,
    hasAddress: mentor.hasAddress,
    confirmsByHand: mentor.confirmation === 'manual',
    cancelNoticeMinutes: mentor.cancelNoticeMinutes,
    lateCancelPercent: mentor.lateCancelPercent,
  };
}
