/*
 * Alone here and without zod, because the booking form needs no more of it in the browser.
 */

const answerPrefix = 'answer-';
const askedPrefix = 'asked-';

/** The form's field for the answer to a question, and the one that says how it was asked. */
export const answerField = (questionId: string) => `${answerPrefix}${questionId}`;
export const askedField = (questionId: string) => `${askedPrefix}${questionId}`;

/** The question that a field has the wording of; null for any other field. */
export function questionAskedBy(field: string): string | null {
  return field.startsWith(askedPrefix) ? field.slice(askedPrefix.length) : null;
}
