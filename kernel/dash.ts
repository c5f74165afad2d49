/**
 * Between the two ends of a range on a page: no line breaks at it. Mails have the plain dash, since some of
 * their programs draw a box for U+2060.
 */
export const DASH = '\u2060–\u2060';
