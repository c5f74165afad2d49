export const mentorSorts = ['match', 'soonest', 'price', 'newest'] as const;
export type MentorSort = (typeof mentorSorts)[number];

/** Pages of a mentor's elsewhere that their own page links to. */
export const mostLinks = 5;

/** Sides of the two squares that are kept, in pixels: beside a name, and at the top of a page. */
export const portraitSides = { small: 144, large: 384 } as const;
export type PortraitSize = keyof typeof portraitSides;

/** What one kept picture weighs at most, in bytes: a slow network loads twelve of the small ones. */
export const mostKeptBytes = { small: 24 * 1024, large: 100 * 1024 } as const;
