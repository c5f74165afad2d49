/** The booking steps of a mentor's variant, with a time already picked when `startsAt` (epoch ms) is given. */
export function bookHref({
  mentorSlug,
  variantId,
  startsAt,
}: {
  mentorSlug: string;
  variantId: string;
  startsAt?: number;
}): string {
  const query = new URLSearchParams({ variant: variantId });
  if (startsAt !== undefined) query.set('slot', new Date(startsAt).toISOString());
  return `/mentors/${mentorSlug}/book?${query.toString()}`;
}
