import { publicSlug } from '@/domain/organizations';
import type { GrantRow, RowOutcome } from '@/domain/credits';
import { mostCredits } from '@/lib/grants/constants';
import type { GrantScope } from '../schema';

/** Whom an organization gives to: the public one has nobody and everybody as its members. */
export function scopeOf({ slug }: { slug: string }): GrantScope {
  return slug === publicSlug ? 'everybody' : 'members';
}

/** Whole credits, from 1 to {@link mostCredits}, as people write them: digits alone. */
export function creditsOf(written: string): number | null {
  if (!/^\d{1,9}$/.test(written)) return null;
  const credits = Number(written);
  return credits >= 1 && credits <= mostCredits ? credits : null;
}

/** Why nothing goes to whoever a row is about; null where something does: now, once confirmed, or later. */
export function faultOf({
  outcome,
}: GrantRow): Exclude<RowOutcome, 'ready' | 'given' | 'waiting'> | null {
  return outcome === 'ready' || outcome === 'given' || outcome === 'waiting' ? null : outcome;
}

export function isFine(row: GrantRow): boolean {
  return faultOf(row) === null;
}

/** What a grant comes to. */
export function totalOf(rows: readonly GrantRow[]) {
  const those = rows.filter(isFine);
  const totalCredits = those.reduce((sum, { credits }) => sum + (creditsOf(credits) ?? 0), 0);
  return { recipientCount: those.length, totalCredits };
}
