import type { MentorStanding } from '@/domain/mentors';

/** Where a mentor stands with their organization, as the list of its mentors sorts them. */
export function standingOf({
  publishedAt,
  approvedAt,
  takingBookings,
}: {
  publishedAt: object | null;
  approvedAt: object | null;
  takingBookings: boolean;
}): MentorStanding {
  if (publishedAt === null) return 'hidden';
  if (approvedAt === null) return 'waiting';
  return takingBookings ? 'shown' : 'paused';
}
