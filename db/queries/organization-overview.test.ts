import { beforeAll, expect, it } from 'vitest';
import { book, user } from '@/testing/bookings';
import { givePastSessions } from '@/testing/history';
import { makeMember, makeMentor, makeOrganization, makeUser, monday, ten } from '@/testing/people';
import { plansOf } from '@/testing/plans';
import { raw } from '@/testing/raw';
import { asViewer, type ViewerExecutor } from '../viewer';
import { countNewMembers, countUnanswered, listUnanswered } from './organization-overview';

const now = monday.add({ minutes: 5 });
let organizationId = '';
let head = '';

beforeAll(async () => {
  organizationId = await makeOrganization();
  const [admin, mentee] = [await makeUser(), await makeUser()];
  head = admin.id;
  await makeMember({ organizationId, userId: head, role: 'admin' });
  await makeMember({ organizationId, userId: mentee.id });
  const manual = { mentor: { organizationId, confirmation: 'manual' as const } };
  const [busy, other] = [await makeMentor(manual), await makeMentor(manual)];
  await givePastSessions(busy, { menteeId: mentee.id, howMany: 3000 });
  await givePastSessions(other, { menteeId: (await makeUser()).id, howMany: 3000 });
  for (const [mentor, hours] of [
    [busy, 48],
    [other, 24],
    [busy, 72],
  ] as const) {
    const { mentorId, variantId } = mentor;
    const startsAt = ten.add({ hours });
    await book({ booker: user(mentee.id), mentorId, variantId, startsAt });
  }
  // Of another organization, which this one's admins see nothing of.
  const elsewhere = await makeMentor({ mentor: { confirmation: 'manual' } });
  await book({ booker: user(mentee.id), ...elsewhere, startsAt: ten });
  await raw`analyze bookings, sessions, memberships`;
});

const viewing = () => ({ id: head, memberOf: [organizationId], adminOf: [organizationId] });
const asHead = <Value>(read: (tx: ViewerExecutor) => Promise<Value>) => asViewer(viewing(), read);

it('lists what nobody has answered, the first to lapse at the head, and counts it up to a bound', async () => {
  const found = await asHead((tx) => listUnanswered(tx, { organizationId, now, limit: 2 }));
  const deadlines = found.map(({ expiresAt }) => expiresAt?.epochMilliseconds ?? 0);
  expect(deadlines).toHaveLength(2);
  expect(deadlines).toEqual(deadlines.toSorted((a, b) => a - b));
  const counted = (most: number, at = now) =>
    asHead((tx) => countUnanswered(tx, { organizationId, now: at, most }));
  expect(await counted(100)).toBe(3);
  expect(await counted(2)).toBe(2);
  expect(await counted(100, monday.add({ hours: 24 * 30 }))).toBe(0);
});

it('reads what waits and none of what has been', async () => {
  const plans = await plansOf(
    async (tx) => {
      await listUnanswered(tx, { organizationId, now, limit: 5 });
      await countUnanswered(tx, { organizationId, now, most: 100 });
      await countNewMembers(tx, { organizationId, since: monday, most: 100 });
    },
    'force_custom_plan',
    viewing(),
  );
  expect(plans).toHaveLength(3);
  expect(plans.slice(0, 2).flatMap(({ indexes }) => indexes)).toContain('bookings_waiting_idx');
  for (const { pages, wholeTables } of plans) {
    expect(wholeTables).not.toContain('bookings');
    expect(pages).toBeLessThan(100);
  }
});
