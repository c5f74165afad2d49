/** Where in a mentorship a session has its place. */
export const sessionTypes = ['initial', 'follow_up', 'review', 'final', 'other'] as const;
export type SessionType = (typeof sessionTypes)[number];

/** How a question is answered: in a line, in several, or by one of its options. */
export const questionKinds = ['short', 'long', 'choice'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Characters that an answer may have, by the kind of its question. */
export const longestAnswer = { short: 200, long: 2000, choice: 100 } as const;

/** The longest length that a service may have. */
export const longestSessionMinutes = 480;
