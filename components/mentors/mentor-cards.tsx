import { mentorPath } from '@/domain/mentors';
import type { MentorCard as Mentor } from '@/lib/mentors/schema';
import { MentorCard } from './mentor-card';

export const cardGrid = 'grid gap-4 sm:grid-cols-2 sm:gap-5 lg:grid-cols-3';

export function MentorCards({
  cards,
  now,
  viewerTimeZone,
  isOfMany = true,
}: {
  cards: Mentor[];
  /** Epoch milliseconds. */
  now: number;
  viewerTimeZone: string | null;
  /** Whether they are of several organizations, which are then named. */
  isOfMany?: boolean;
}) {
  return (
    <ul className={cardGrid}>
      {cards.map((mentor) => (
        <li key={mentorPath(mentor)} className="min-w-0">
          <MentorCard {...{ mentor, now, viewerTimeZone, isOfMany }} />
        </li>
      ))}
    </ul>
  );
}
