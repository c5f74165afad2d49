export const mentorSorts = ['match', 'soonest', 'price', 'newest'] as const;
export type MentorSort = (typeof mentorSorts)[number];

/** What a mentor says that they know. */
export const mostSkills = 12;
export const mostSkillLetters = 40;

/** Pages of a mentor's elsewhere that their own page links to. */
export const mostLinks = 5;

/** Sides of the two squares that are kept, in pixels: beside a name, and at the top of a page. */
export const portraitSides = { small: 144, large: 384 } as const;
export type PortraitSize = keyof typeof portraitSides;

/** What one kept picture weighs at most, in bytes: a slow network loads twelve of the small ones. */
export const mostKeptBytes = { small: 24 * 1024, large: 100 * 1024 } as const;

/** What is taken of a picture's file, in bytes. Photographs of good phones, packed, are smaller. */
export const mostUploadBytes = 8 * 1024 * 1024;
/** The whole post around such a file. What is longer is turned away unread, by the proxy. */
export const mostPostedBytes = mostUploadBytes + 256 * 1024;

export const linkFields = ['link1', 'link2', 'link3', 'link4', 'link5'] as const;
