import type { MentorCard as Mentor } from '@/lib/mentors/schema';
import { MentorCard } from './mentor-card';

export const cardGrid = 'grid gap-4 sm:grid-cols-2 sm:gap-5 lg:grid-cols-3';

export function MentorCards({
  cards,
  now,
  viewerTimeZone,
}: {
  cards: Mentor[];
  /** Epoch milliseconds. */
  now: number;
  viewerTimeZone: string | null;
}) {
  return (
    <ul className={cardGrid}>
      {cards.map((mentor) => (
        <li key={mentor.slug} className="min-w-0">
          <MentorCard mentor={mentor} now={now} viewerTimeZone={viewerTimeZone} />
        </li>
      ))}
    </ul>
  );
}
