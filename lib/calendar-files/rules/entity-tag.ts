/**
 * Whether what the asker has is what there is: a weak comparison with any of the tags in an
 * `If-None-Match` header (RFC 9110, 13.1.2).
 * @param etag the strong tag of what there is, quotes included
 */
export function matchesEntityTag(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const tags = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.some((tag) => tag.replace(/^W\//, '') === etag);
}
