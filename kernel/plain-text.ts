import { z } from 'zod';

/** Line feeds and tabs are what people type; no other control character is, and PostgreSQL takes no NUL. */
const controls = /(?![\n\t])[\p{Cc}\p{Cs}]/gu;
/** What ends a line or a column. */
const breaks = /[\t\n\v\f\r\u0085\p{Zl}\p{Zp}]+/gu;
/** U+202D and U+202E turn around how the text beside them reads. */
const overrides = /[\u202D\u202E]/g;
/** These go on until they are ended, beyond the name that somebody put them into (Unicode UAX #9). */
const embeddings = /[\u202A-\u202E\u2066-\u2069]/g;

/** Text as somebody typed it, with plain line breaks: forms post CR LF. */
export function plainText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(controls, '').replaceAll(overrides, '').trim();
}

/** The same of names, titles and whatever else stands on one line, among words of ours and others'. */
export function plainLine(text: string): string {
  return text.replaceAll(breaks, ' ').replaceAll(controls, '').replaceAll(embeddings, '').trim();
}

/** Text of one or more lines that a form posts. Browsers count one character for a line break. */
export const paragraphs = (most: number) =>
  z.string().transform(plainText).pipe(z.string().max(most));

/** Text of one line: all that a form posts is this or {@link paragraphs}, or says itself what it may be. */
export const oneLine = (most: number) => z.string().transform(plainLine).pipe(z.string().max(most));
