import { mostPostedBytes } from './mentors';

/** The longest post of a form without a file; the longest of all of them are a week's hours. */
const mostFormBytes = 1024 * 1024;

/** Pages whose form takes a file. */
const takingFiles = ['/mentor/profile', '/admin/credits'];

/** The most bytes that a form on a page may post. @param path without its language */
export function mostBytesOn(path: string): number {
  return takingFiles.includes(path) ? mostPostedBytes : mostFormBytes;
}
