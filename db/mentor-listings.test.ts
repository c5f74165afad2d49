/** The rows by which mentors are listed say what the tables say, whoever changes these. */
import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { makeMentor, makeOrganization, monday } from '@/testing/people';
import { db, pool } from './client';
import { mentorListings } from './schema/mentor-listings';
import { mentors } from './schema/mentors';
import { organizations } from './schema/organizations';
import { services, variants } from './schema/services';
import { users } from './schema/users';

let mentorId = '';
let serviceId = '';
let variantId = '';
let organizationId = '';

beforeEach(async () => {
  organizationId = await makeOrganization();
  ({ mentorId, serviceId, variantId } = await makeMentor({
    mentor: { organizationId, skills: ['law'], languages: ['fr'], formats: ['video', 'phone'] },
    priceCredits: 5,
  }));
});
afterAll(() => pool.end());

async function listing() {
  const [row] = await db.select().from(mentorListings).where(eq(mentorListings.mentorId, mentorId));
  if (!row) throw new Error('the mentor has no listing');
  return row;
}
const setMentor = (set: Partial<typeof mentors.$inferInsert>) =>
  db.update(mentors).set(set).where(eq(mentors.userId, mentorId));
const addService = (values: Partial<typeof services.$inferInsert>, priceCredits: number) =>
  db.transaction(async (tx) => {
    const id = uuidv7();
    await tx.insert(services).values({ id, mentorId, title: 'Another', ...values });
    await tx.insert(variants).values({ serviceId: id, durationMinutes: 60, priceCredits });
  });

it('say what a mentor is and offers', async () => {
  expect(await listing()).toEqual({
    mentorId,
    organizationId,
    isPublic: false,
    isListed: true,
    publishedAt: monday,
    isBookable: true,
    priceFrom: 5,
    formats: ['phone', 'video'],
    skills: ['law'],
    languages: ['fr'],
  });
});

it.each<[string, () => PromiseLike<unknown>, object]>([
  ['unpublished', () => setMentor({ publishedAt: null }), { isListed: false }],
  ['not approved', () => setMentor({ approvedAt: null }), { isListed: false }],
  [
    'of an organization that closes',
    () =>
      db
        .update(organizations)
        .set({ closedAt: monday })
        .where(eq(organizations.id, organizationId)),
    { isListed: false },
  ],
  [
    'blocked',
    () => db.update(users).set({ blockedAt: monday }).where(eq(users.id, mentorId)),
    { isListed: false },
  ],
  ['away', () => setMentor({ takingBookings: false }), { isBookable: false, priceFrom: 5 }],
  [
    'of other skills',
    () => setMentor({ skills: ['nursing', 'Bees'] }),
    { skills: ['nursing', 'Bees'] },
  ],
  ['of other languages', () => setMentor({ languages: [] }), { languages: [] }],
  [
    'of an organization that opens',
    () =>
      db.update(organizations).set({ isPublic: true }).where(eq(organizations.id, organizationId)),
    { isPublic: true },
  ],
  [
    'of an organization that opens before it is approved',
    () =>
      db
        .update(organizations)
        .set({ isPublic: true, approvedAt: null })
        .where(eq(organizations.id, organizationId)),
    { isPublic: false },
  ],
  ['cheaper by another service', () => addService({}, 2), { priceFrom: 2 }],
  [
    'as dear as before by another price',
    () => db.update(variants).set({ priceCredits: 9 }).where(eq(variants.id, variantId)),
    { priceFrom: 9 },
  ],
  [
    'offering nothing',
    () => db.update(variants).set({ archivedAt: monday }).where(eq(variants.id, variantId)),
    { isBookable: false, priceFrom: null },
  ],
  [
    'without a service, back to their own formats',
    async () => {
      await setMentor({ formats: ['in_person'] });
      await db.update(services).set({ archivedAt: monday }).where(eq(services.id, serviceId));
    },
    { isBookable: false, formats: ['in_person'] },
  ],
  [
    'offering by link only',
    async () => {
      await setMentor({ formats: ['in_person'] });
      const link = { linkToken: 'L'.repeat(43), linkSince: monday };
      await db.update(services).set(link).where(eq(services.id, serviceId));
    },
    { isBookable: false, priceFrom: null, formats: ['in_person'] },
  ],
  [
    'meeting as the services say',
    () =>
      db
        .update(services)
        .set({ formats: ['phone'] })
        .where(eq(services.id, serviceId)),
    { formats: ['phone'] },
  ],
])('follow a mentor who is %s', async (_, change, expected) => {
  await change();
  expect(await listing()).toMatchObject(expected);
});

it('miss nothing where two change a mentor at once', async () => {
  let isSecondDone = false;
  let second: PromiseLike<unknown> | undefined;
  await db.transaction(async (tx) => {
    const id = uuidv7();
    await tx.insert(services).values({ id, mentorId, title: 'Cheap', formats: ['in_person'] });
    await tx.insert(variants).values({ serviceId: id, durationMinutes: 60, priceCredits: 1 });
    second = addService({}, 3).then(() => (isSecondDone = true));
    await tx.execute(sql`select pg_sleep(0.1)`);
    expect(isSecondDone).toBe(false);
  });
  await second;
  expect(await listing()).toMatchObject({ priceFrom: 1, formats: ['in_person', 'phone', 'video'] });
});
