import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import type { getMentoringChoice } from '@/db/queries/organization-mentoring';
import { insertMentor, listSlugsFrom } from '@/db/queries/own-mentor';
import { freeSlug, slugOfName } from '../rules/slug';

type Beginning = NonNullable<Awaited<ReturnType<typeof getMentoringChoice>>>;

/**
 * Makes somebody a mentor of an organization, under its rules and terms, and not published. Their
 * address comes from the name.
 * @returns the slug
 */
export async function beginMentor(
  tx: Transaction,
  {
    name,
    shown,
    organization: { id: organizationId, rules },
    isApproved,
    now,
  }: {
    name: string;
    shown: Omit<
      Parameters<typeof insertMentor>[1],
      'slug' | 'organizationId' | 'approvedAt' | 'createdAt'
    >;
    organization: Pick<Beginning, 'id' | 'rules'>;
    isApproved: boolean;
    now: Temporal.Instant;
  },
): Promise<string> {
  const wanted = slugOfName(name);
  const approvedAt = isApproved ? now : null;
  // Somebody of the same name may take the address between the two statements; the insert waits for
  // them, and the next look sees what they took.
  for (;;) {
    const slug = freeSlug(wanted, await listSlugsFrom(tx, { organizationId, slug: wanted }));
    const values = { ...rules, ...shown, slug, organizationId, approvedAt, createdAt: now };
    if (await insertMentor(tx, values)) return slug;
  }
}
