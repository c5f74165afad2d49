import { stringify } from 'csv-stringify/sync';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { draftFromFile, giveDraft } from '@/lib/grants/service';
import { type DemoPerson, school } from './people';
import { found, joinedDaysAgo } from './write-people';

/** Enough for a fortnight of sessions, and some of each balance is left to look at. */
const creditsEach = 400;

/** What the organizations gave when the programme began, each by a file: to everybody, and to the pupils. */
export async function writeCredits(
  people: DemoPerson[],
  {
    adminId,
    organizationIds,
    now,
  }: { adminId: string; organizationIds: Map<string, string>; now: Temporal.Instant },
): Promise<void> {
  const programmes = [
    { slug: 'public', reason: 'Mentoring programme 2026', file: 'programme-2026.csv' },
    { slug: school.slug, reason: 'Année scolaire 2026-2027', file: 'terminales-2026.csv' },
  ];
  for (const { slug, reason, file } of programmes) {
    const recipients = slug === school.slug ? people.filter(isPupil) : people;
    const csv = stringify(recipients.map(({ email }) => [email, creditsEach]));
    const by = { userId: adminId, now: now.subtract({ hours: joinedDaysAgo * 24 }) };
    const drafted = await draftFromFile({
      ...by,
      organizationId: found(organizationIds.get(slug), slug),
      requestId: uuidv7(),
      file: { name: file, bytes: new TextEncoder().encode(csv) },
      reason,
    });
    if (!drafted.ok) throw new Error(`${file}: ${drafted.reason}`);
    const given = await giveDraft({ ...by, ...drafted.value, sameFileGivenAt: null });
    if (!given.ok) throw new Error(`${file}: ${given.reason}`);
  }
}

function isPupil({ memberOf }: DemoPerson): boolean {
  return memberOf?.includes(school.slug) ?? false;
}
