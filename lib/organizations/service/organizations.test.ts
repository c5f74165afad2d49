import { eq } from 'drizzle-orm';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { db, pool } from '@/db/client';
import { listOverseen } from '@/db/queries/founding';
import { getOffer } from '@/db/queries/offers';
import { getOrganization } from '@/db/queries/organizations';
import { auditEvents } from '@/db/schema/audit';
import { memberships, organizations } from '@/db/schema/organizations';
import { env } from '@/kernel/env';
import {
  makeMentor,
  makeOrganization,
  makeUser,
  monday,
  publicOrganizationId,
} from '@/testing/people';
import { foundingForm } from '../schema';
import { foundOrganization } from './found-organization';
import { overseeOrganization } from './oversee-organization';

const { OPERATORS, ORGANIZATIONS_FOUNDED_BY } = env;
afterEach(() => Object.assign(env, { OPERATORS, ORGANIZATIONS_FOUNDED_BY }));
afterAll(() => pool.end());

let made = 0;

/** What somebody posts, under a slug of its own. */
function founding(values: Record<string, string> = {}) {
  made += 1;
  return foundingForm.parse({
    name: 'Lycée Sainte-Marie',
    slug: `school-${made}`,
    defaultLocale: 'fr',
    timeZone: 'Africa/Dakar',
    visibility: 'public',
    ...values,
  });
}

const makePerson = () => makeUser({ emailVerified: new Date(0) });

async function makeOperator() {
  const person = await makePerson();
  Object.assign(env, { OPERATORS: [person.email] });
  return person;
}

const found = (userId: string, values: Record<string, string> = {}) =>
  foundOrganization({ userId, founding: founding(values), now: monday });

const read = async (slug: string) => {
  const [row] = await db.select().from(organizations).where(eq(organizations.slug, slug));
  return row;
};

const deedsIn = async (organizationId: string) => {
  const rows = await db
    .select({ deed: auditEvents.deed, actedAs: auditEvents.actedAs })
    .from(auditEvents)
    .where(eq(auditEvents.organizationId, organizationId));
  return rows.map(({ deed, actedAs }) => `${actedAs}: ${deed}`).toSorted();
};

describe('founding', () => {
  it('by who runs the installation makes an organization that is approved, with its owner', async () => {
    const operator = await makeOperator();
    const result = await found(operator.id);
    if (!result.ok) throw new Error(result.reason);
    const organization = await read(result.value.slug);
    expect(organization).toMatchObject({
      name: 'Lycée Sainte-Marie',
      defaultLocale: 'fr',
      timeZone: 'Africa/Dakar',
      isPublic: true,
      approvedAt: monday,
      foundedBy: operator.id,
    });
    const organizationId = organization?.id ?? '';
    expect(
      await db.select().from(memberships).where(eq(memberships.organizationId, organizationId)),
    ).toMatchObject([{ userId: operator.id, role: 'owner' }]);
    expect(await deedsIn(organizationId)).toEqual([
      'operator: organization.founded',
      'owner: membership.begun',
    ]);
  });

  it('is for nobody else, unless the installation says so', async () => {
    const person = await makePerson();
    expect(await found(person.id)).toEqual({ ok: false, reason: 'not_found' });
    Object.assign(env, { ORGANIZATIONS_FOUNDED_BY: 'anyone' });
    const result = await found(person.id);
    if (!result.ok) throw new Error(result.reason);
    // Not approved: strangers do not find it, though it says that it is for everybody.
    const { slug } = result.value;
    expect(await getOrganization(db, { slug, viewerId: null })).toBeNull();
    expect(await getOrganization(db, { slug, viewerId: person.id })).toMatchObject({
      role: 'owner',
      approvedAt: null,
    });
  });

  it('is for proved addresses alone', async () => {
    const { id, email } = await makeUser();
    Object.assign(env, { OPERATORS: [email], ORGANIZATIONS_FOUNDED_BY: 'anyone' });
    expect(await found(id)).toEqual({ ok: false, reason: 'not_found' });
  });

  it('ends after three, also of forms that are sent at once', async () => {
    Object.assign(env, { ORGANIZATIONS_FOUNDED_BY: 'anyone' });
    const { id } = await makePerson();
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => found(id)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
    expect(results.filter((result) => !result.ok)).toEqual([
      { ok: false, reason: 'too_many' },
      { ok: false, reason: 'too_many' },
    ]);
  });

  it('gives a slug to one of those who want it at once, and reserved ones to nobody', async () => {
    const operator = await makeOperator();
    const results = await Promise.all(
      [1, 2, 3].map(() => found(operator.id, { slug: 'wanted-by-all' })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const slug of ['public', 'new', 'admin']) {
      expect(await found(operator.id, { slug })).toEqual({ ok: false, reason: 'slug_taken' });
    }
  });

  it.each(['ab', 'a'.repeat(41), 'Élan', 'two words', '-a-b', 'a--b', 'a/b'])(
    'takes no slug like %s',
    (slug) => {
      expect(foundingForm.safeParse({ ...founding(), slug }).success).toBe(false);
    },
  );
});

const close = (userId: string, organizationId: string) =>
  overseeOrganization({ userId, organizationId, oversight: 'close', now: monday });

async function listed(after: string | null) {
  const rows = await listOverseen(db, { words: '100%_', after, limit: 2 });
  return rows.map(({ id }) => id);
}

describe('overseeing', () => {
  it('approves, closes and reopens, each once, and is on record', async () => {
    const operator = await makeOperator();
    const id = await makeOrganization({ approvedAt: null, isPublic: true });
    const oversee = (oversight: 'approve' | 'close' | 'reopen') =>
      overseeOrganization({ userId: operator.id, organizationId: id, oversight, now: monday });
    const { mentorId, variantId } = await makeMentor({ mentor: { organizationId: id } });
    // Its home, and whether a visitor can book its mentor: both or neither.
    const isFound = async () => {
      const asked = { mentorId, variantId, viewerId: null, link: null };
      const isBookable = (await getOffer(db, asked)) !== null;
      expect((await getOrganization(db, { slug: id, viewerId: null })) !== null).toBe(isBookable);
      return isBookable;
    };
    expect(await isFound()).toBe(false);
    expect(await oversee('approve')).toMatchObject({ ok: true });
    expect(await isFound()).toBe(true);
    expect(await Promise.all([oversee('close'), oversee('close')])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    expect(await isFound()).toBe(false);
    expect(await oversee('reopen')).toMatchObject({ ok: true });
    expect(await isFound()).toBe(true);
    expect(await deedsIn(id)).toEqual([
      'operator: organization.approved',
      'operator: organization.closed',
      'operator: organization.reopened',
    ]);
  });

  it('is for nobody else, and never of the public organization', async () => {
    const operator = await makeOperator();
    const id = await makeOrganization();
    const owner = await makePerson();
    await db.insert(memberships).values({ organizationId: id, userId: owner.id, role: 'owner' });
    const missing = { ok: false, reason: 'not_found' };
    expect(await close(owner.id, id)).toEqual(missing);
    expect(await close(operator.id, publicOrganizationId)).toEqual(missing);
    expect((await read(id))?.closedAt).toBeNull();
  });

  it('lists all but the public one, a page at a time, by name or address', async () => {
    const name = 'Listed 100%_';
    const ids = [];
    for (const hours of [1, 2, 2]) {
      ids.push(await makeOrganization({ name, createdAt: monday.add({ hours }) }));
    }
    const first = await listed(null);
    const rest = await listed(first.at(-1) ?? null);
    expect([first.length, rest.length]).toEqual([2, 1]);
    expect([...first, ...rest].toSorted()).toEqual(ids.toSorted());
    expect(rest).toEqual([ids[0]]);
    const everything = await listOverseen(db, { words: '', after: null, limit: 1000 });
    expect(everything.map(({ slug }) => slug)).not.toContain('public');
    expect(await listOverseen(db, { words: ids[0] ?? '', after: null, limit: 5 })).toHaveLength(1);
  });
});
