/** `private` is the mentor's alone; `shared` belongs to both sides of one booking. */
export const noteKinds = ['private', 'shared'] as const;
export type NoteKind = (typeof noteKinds)[number];

export const mostNoteLetters = 5000;
export const mostTitleLetters = 120;
export const mostMaterialLetters = 4000;
