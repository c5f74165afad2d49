import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '@/db/client';
import { issueCredits } from '@/lib/ledger/service';
import { type DemoPerson, school } from './people';
import { found, joinedDaysAgo, type WrittenPerson } from './write-people';

/** Enough for two months of sessions, and some of each balance is left to look at. */
const creditsEach = 400;

/** What the organizations gave to their mentees when the programme began; `written` as `people`. */
export async function writeCredits(
  tx: Transaction,
  { people, written }: { people: DemoPerson[]; written: WrittenPerson[] },
  {
    adminId,
    organizationIds,
    now,
  }: { adminId: string; organizationIds: Map<string, string>; now: Temporal.Instant },
): Promise<void> {
  const recipients = people.map(({ memberOf }, index) => ({
    isPupil: memberOf?.includes(school.slug) ?? false,
    userId: found(written[index], 'a mentee').id,
    credits: creditsEach,
  }));
  const grants = [
    { slug: 'public', reason: 'Mentoring programme 2026', isForPupils: false },
    { slug: school.slug, reason: 'Année scolaire 2026-2027', isForPupils: true },
  ];
  for (const { slug, reason, isForPupils } of grants) {
    await issueCredits(tx, {
      organizationId: found(organizationIds.get(slug), slug),
      recipients: recipients.filter(({ isPupil }) => isPupil === isForPupils),
      actorId: adminId,
      reason,
      now: now.subtract({ hours: joinedDaysAgo * 24 }),
    });
  }
}
