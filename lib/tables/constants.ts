/** Rows of people that one file has at most. */
export const mostRows = 10_000;

/** Bytes of such a file: a line of text a person, each letter in two of them. */
export const mostFileBytes = 2 * 1024 * 1024;
