// Every form of the browser brings this file, so it brings no other.

/** What is taken of a picture's file, in bytes. Photographs of good phones, packed, are smaller. */
export const mostUploadBytes = 8 * 1024 * 1024;
/** The whole post around such a file. What is longer is turned away unread, by the proxy. */
export const mostPostedBytes = mostUploadBytes + 256 * 1024;

/** The longest post of a form without a file; the longest of all of them are a week's hours. */
const mostFormBytes = 1024 * 1024;

/** Pages whose form takes a file, and what their address says when it was too large. */
const takingFiles = [
  { page: /^\/mentor\/profile$/, tooLarge: '?picture=too_large' },
  { page: /^\/o\/[^/]+\/admin\/credits$/, tooLarge: '?file=too_large' },
];

const fileFormOn = (path: string) => takingFiles.find(({ page }) => page.test(path));

/** The most bytes that a form on a page may post. @param path without its language */
export function mostBytesOn(path: string): number {
  return fileFormOn(path) ? mostPostedBytes : mostFormBytes;
}

/** The query with which a page says that a file was too large; null where no form takes one. */
export function tooLargeOn(path: string): string | null {
  return fileFormOn(path)?.tooLarge ?? null;
}
