import { hostile } from '@/testing/hostile';
import type { Cast } from './stage';

/** Forty-two windows a week that leave no hour out: six a day, each a row of its own. */
const windows = [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
  [0, 4, 8, 12, 16, 20].map((hour) => ({
    days: [day],
    startTime: `${String(hour).padStart(2, '0')}:00`,
    endTime: `${String(hour + 4).padStart(2, '0')}:00`,
    capacity: 12,
  })),
);

/** A mentor, a mentee and eleven more who try every page with what they are called and write. */
export const hostileCast: Cast = {
  mentor: {
    user: { name: hostile.name },
    mentor: {
      headline: hostile.headline,
      bio: hostile.note,
      city: hostile.city,
      skills: [hostile.skill, hostile.rightToLeftName, hostile.combiningName],
      links: [hostile.link],
    },
    service: { title: hostile.title, description: hostile.note, capacity: 12 },
    questions: [{ text: hostile.note.slice(0, 200) }],
    windows,
  },
  mentee: { name: hostile.name.toUpperCase() },
  booking: { subject: hostile.subject, notes: hostile.note },
  school: hostile.name,
  others: [
    hostile.rightToLeftName,
    hostile.combiningName,
    hostile.emojiName,
    ...Array.from({ length: 8 }, (_, index) => `${index} ${hostile.name.slice(0, 118)}`),
  ],
};
