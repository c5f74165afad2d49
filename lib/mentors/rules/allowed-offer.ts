/**
 * Whether somebody may offer `wanted` where their organization allows `allowed`. What they offered
 * before stays theirs, so that no setting takes away what people have booked and can book.
 */
export function mayOffer<Value>(
  wanted: readonly Value[],
  { allowed, before }: { allowed: readonly Value[]; before: readonly Value[] },
): boolean {
  return wanted.every((value) => allowed.includes(value) || before.includes(value));
}
