import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { lockPeople } from '@/db/queries/people';
import { auditEvents } from '@/db/schema/audit';
import { mailboxMessages, deliveries } from '@/db/schema/outbox';
import { notifications } from '@/db/schema/notifications';
import { domainOffers, organizationDomains } from '@/db/schema/organization-domains';
import { memberships, organizations } from '@/db/schema/organizations';
import type { users } from '@/db/schema/users';
import { mostDomainMailsADay, mostDomains } from '@/domain/invitations';
import { sendMails } from '@/lib/mails/service';
import { invite, makeMemberOf, makeSchool, mintDomainToken, roleOf } from '@/testing/memberships';
import { makeUser, monday, publicOrganizationId } from '@/testing/people';
import { answerDomainOffer, askAllByDomain, askByDomain } from './domain-offers';
import { addDomain, proveByLink, sendDomainAgain, takeDomainBack } from './domains';
import { joinByInvitation } from './join';
import { leaveOrganization } from './leave';

const now = monday;
const later = (hours: number) => monday.add({ hours });

/** One that no other test has. */
const freshDomain = () => `${uuidv7()}.example`;

const reasonOf = (result: { ok: boolean; reason?: string }) => result.reason ?? 'ok';

async function domainRow(organizationId: string, domain: string) {
  const [row] = await db
    .select()
    .from(organizationDomains)
    .where(
      and(
        eq(organizationDomains.organizationId, organizationId),
        eq(organizationDomains.domain, domain),
      ),
    );
  return row;
}

const closed = (organizationId: string, closedAt: Temporal.Instant | null) =>
  db.update(organizations).set({ closedAt }).where(eq(organizations.id, organizationId));

/** A school, and a domain whose postmaster it has written to. */
async function makeAsking(domain = freshDomain()) {
  const school = await makeSchool();
  const asked = { userId: school.admin.id, organizationId: school.organizationId, now };
  expect(reasonOf(await addDomain({ ...asked, domain }))).toBe('ok');
  const domainId = (await domainRow(school.organizationId, domain))?.id ?? '';
  return { ...school, asked, domain, domainId, token: await mintDomainToken(domainId) };
}

/** The same, proved. */
async function makeProved() {
  const asking = await makeAsking();
  expect(reasonOf(await proveByLink({ token: asking.token, now }))).toBe('ok');
  return asking;
}

/** Somebody who has proved an address at the domain. */
function makePerson(domain: string, values: Partial<typeof users.$inferInsert> = {}) {
  return makeUser({ email: `${uuidv7()}@${domain}`, emailVerified: new Date(0), ...values });
}

async function offerOf(userId: string) {
  const rows = await db.select().from(domainOffers).where(eq(domainOffers.userId, userId));
  return rows.map(({ answer }) => answer ?? 'open');
}

const askedOf = (userId: string) =>
  db.$count(
    notifications,
    and(eq(notifications.userId, userId), eq(notifications.kind, 'domain_offer')),
  );

/** Somebody at the domain of a school who has been asked. */
async function makeAsked() {
  const school = await makeProved();
  const person = await makePerson(school.domain);
  await askByDomain({ userId: person.id, now });
  const which = { userId: person.id, organizationId: school.organizationId, now: later(1) };
  return { ...school, person, which };
}

const run = { clock: () => now, endsAt: later(1) };

beforeEach(async () => {
  await db.update(deliveries).set({ status: 'skipped' }).where(eq(deliveries.status, 'pending'));
});

describe('a domain of an organization', () => {
  it('is written to its postmaster, who is shown who asks for what', async () => {
    const { organizationId, admin, domain } = await makeAsking();
    await sendMails({ now });
    const [mail] = await db
      .select()
      .from(mailboxMessages)
      .where(eq(mailboxMessages.recipientEmail, `postmaster@${domain}`));
    expect(mail?.text).toContain(admin.name);
    expect(mail?.text).toMatch(/\/domains\/[\w-]{43}/);
    const trail = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.organizationId, organizationId));
    expect(trail).toMatchObject([
      { deed: 'domain.asked', actorId: admin.id, actedAs: 'admin', after: { domain } },
    ]);
  });

  it('is for who looks after the organization’s people to add, send again and withdraw', async () => {
    const { organizationId, domainId } = await makeAsking();
    const { admin: elsewhere } = await makeSchool();
    const member = await makeMemberOf(organizationId);
    for (const { id: userId } of [await makeUser(), member, elsewhere]) {
      const asked = { userId, organizationId, now };
      const results = [
        await addDomain({ ...asked, domain: freshDomain() }),
        await sendDomainAgain({ ...asked, domainId }),
        await takeDomainBack({ ...asked, domainId }),
      ];
      expect(results.map(reasonOf)).toEqual(['not_found', 'not_found', 'not_found']);
    }
    // Nor is another organization's domain an admin's by its id.
    const { asked } = await makeAsking();
    expect(await sendDomainAgain({ ...asked, domainId })).toMatchObject({ reason: 'not_found' });
    expect(await takeDomainBack({ ...asked, domainId })).toMatchObject({ reason: 'not_found' });
  });

  it('is refused where anybody gets an address, of everybody’s organization, and of one that is closed', async () => {
    const { organizationId, admin, owner } = await makeSchool();
    const asked = { userId: admin.id, organizationId, now };
    expect(await addDomain({ ...asked, domain: 'gmail.com' })).toMatchObject({
      reason: 'open_domain',
    });
    expect(await addDomain({ ...asked, domain: 'co.uk' })).toMatchObject({
      reason: 'shared_domain',
    });
    const everybodys = await makeMemberOf(publicOrganizationId, 'owner');
    const ofEverybody = { userId: everybodys.id, organizationId: publicOrganizationId, now };
    expect(await addDomain({ ...ofEverybody, domain: freshDomain() })).toMatchObject({
      reason: 'for_everybody',
    });
    await closed(organizationId, now);
    expect(await addDomain({ ...asked, userId: owner.id, domain: freshDomain() })).toMatchObject({
      reason: 'closed',
    });
  });

  it('is added once, by one of two who ask at the same time', async () => {
    const { organizationId, admin, owner } = await makeSchool();
    const domain = freshDomain();
    const results = await Promise.all(
      [admin, owner].map(({ id: userId }) => addDomain({ userId, organizationId, domain, now })),
    );
    expect(results.map(reasonOf).toSorted()).toEqual(['already_added', 'ok']);
    expect(await db.$count(deliveries, eq(deliveries.organizationId, organizationId))).toBe(1);
  });

  it('is one of few that wait, and one of few mails a day, whatever is withdrawn', async () => {
    const { organizationId, admin } = await makeSchool();
    const asked = { userId: admin.id, organizationId, now };
    const add = (domain = freshDomain()) => addDomain({ ...asked, domain });
    const wanted = Array.from({ length: mostDomains.open + 1 }, freshDomain);
    const first = [];
    for (const domain of wanted) first.push(reasonOf(await add(domain)));
    expect(first).toEqual([...wanted.slice(1).map(() => 'ok'), 'too_many_open']);
    for (const domain of wanted.slice(0, -1)) {
      const domainId = (await domainRow(organizationId, domain))?.id ?? '';
      await takeDomainBack({ ...asked, domainId });
    }
    const second = [];
    for (let mails = mostDomains.open; mails <= mostDomainMailsADay.ofOrganization; mails += 1) {
      const domain = freshDomain();
      second.push(reasonOf(await add(domain)));
      const domainId = (await domainRow(organizationId, domain))?.id;
      if (domainId) await takeDomainBack({ ...asked, domainId });
    }
    expect(second.at(-1)).toBe('over_cap');
    expect(new Set(second.slice(0, -1))).toEqual(new Set(['ok']));
    expect(reasonOf(await addDomain({ ...asked, domain: freshDomain(), now: later(25) }))).toBe(
      'ok',
    );
  });

  it('does not have its postmaster written to by ever more organizations', async () => {
    const domain = freshDomain();
    const results = [];
    for (let place = 0; place <= mostDomainMailsADay.aboutDomain; place += 1) {
      const { organizationId, admin } = await makeSchool();
      results.push(reasonOf(await addDomain({ userId: admin.id, organizationId, domain, now })));
    }
    expect(results).toEqual([...results.slice(1).map(() => 'ok'), 'over_cap']);
  });
});

describe('the proof of a domain', () => {
  it('is the link, once, for a week from the last mail', async () => {
    const { organizationId, asked, domain, domainId, token } = await makeAsking();
    expect(await proveByLink({ token, now: later(24 * 7) })).toMatchObject({ reason: 'expired' });
    await sendDomainAgain({ ...asked, domainId, now: later(24 * 8) });
    const again = await mintDomainToken(domainId, later(24 * 8));
    expect(await proveByLink({ token: again, now: later(24 * 9) })).toMatchObject({ ok: true });
    expect((await domainRow(organizationId, domain))?.verifiedAt).toEqual(later(24 * 9));
    expect(await proveByLink({ token: again, now: later(24 * 9) })).toMatchObject({
      reason: 'used',
    });
    expect(await proveByLink({ token: 'A'.repeat(43), now })).toMatchObject({ reason: 'unknown' });
    expect(reasonOf(await sendDomainAgain({ ...asked, domainId }))).toBe('already_added');
  });

  it('is of a domain’s link alone: another mail’s secret proves none', async () => {
    const { organizationId, admin } = await makeAsking();
    const { token } = await invite({
      userId: admin.id,
      organizationId,
      email: `${uuidv7()}@example.test`,
    });
    expect(await proveByLink({ token, now })).toMatchObject({ reason: 'unknown' });
  });

  it('is done once by two who press at once', async () => {
    const { organizationId, token } = await makeAsking();
    const results = await Promise.all([1, 2, 3].map(() => proveByLink({ token, now })));
    expect(results.map(reasonOf).toSorted()).toEqual(['ok', 'used', 'used']);
    const proofs = and(
      eq(auditEvents.organizationId, organizationId),
      eq(auditEvents.deed, 'domain.proved'),
    );
    expect(await db.$count(auditEvents, proofs)).toBe(1);
  });

  it('makes it one organization’s of two that are confirmed at once, until that one withdraws it', async () => {
    const domain = freshDomain();
    const schools = [await makeAsking(domain), await makeAsking(domain)];
    const results = await Promise.all(schools.map(({ token }) => proveByLink({ token, now })));
    expect(results.map(reasonOf).toSorted()).toEqual(['ok', 'taken']);
    const place = results.findIndex(({ ok }) => ok);
    const [winner, loser] = place === 0 ? schools : schools.toReversed();
    if (!winner || !loser) throw new Error('there are two');
    await takeDomainBack({ ...winner.asked, domainId: winner.domainId });
    expect(await proveByLink({ token: loser.token, now })).toMatchObject({ ok: true });
    // The first may ask once more, and hears from nobody but the postmaster that it is taken.
    expect(reasonOf(await addDomain({ ...winner.asked, domain }))).toBe('ok');
  });

  it('passes from an organization that is closed, with a word in its trail', async () => {
    const before = await makeProved();
    await closed(before.organizationId, now);
    const after = await makeAsking(before.domain);
    expect(await proveByLink({ token: after.token, now })).toMatchObject({ ok: true });
    expect((await domainRow(before.organizationId, before.domain))?.verifiedAt).toBeNull();
    const [last] = await db
      .select()
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.organizationId, before.organizationId),
          eq(auditEvents.deed, 'domain.withdrawn'),
        ),
      );
    expect(last).toMatchObject({ actorId: null, actedAs: 'system' });
  });

  it('is none for what was withdrawn, nor for an organization that is closed', async () => {
    const withdrawn = await makeAsking();
    await takeDomainBack({ ...withdrawn.asked, domainId: withdrawn.domainId });
    expect(await proveByLink({ token: withdrawn.token, now })).toMatchObject({
      reason: 'withdrawn',
    });
    const over = await makeAsking();
    await closed(over.organizationId, now);
    expect(await proveByLink({ token: over.token, now })).toMatchObject({ reason: 'closed' });
  });

  it('that is withdrawn is not mailed about any more', async () => {
    const { asked, domain, domainId } = await makeAsking();
    await takeDomainBack({ ...asked, domainId });
    await sendMails({ now });
    const sent = eq(mailboxMessages.recipientEmail, `postmaster@${domain}`);
    expect(await db.$count(mailboxMessages, sent)).toBe(0);
  });
});

describe('people at a proved domain', () => {
  it('are asked once, as they sign in, and stay where they are', async () => {
    const { organizationId, domain } = await makeProved();
    const person = await makePerson(domain);
    await Promise.all([1, 2, 3].map(() => askByDomain({ userId: person.id, now })));
    await askByDomain({ userId: person.id, now: later(24) });
    expect(await offerOf(person.id)).toEqual(['open']);
    expect(await askedOf(person.id)).toBe(1);
    expect(await roleOf(organizationId, person.id)).toBeNull();
  });

  it('are asked by a run where they have come otherwise, or were there before', async () => {
    const { domain } = await makeProved();
    const person = await makePerson(domain);
    await askAllByDomain(run);
    await askAllByDomain(run);
    expect(await askedOf(person.id)).toBe(1);
  });

  it('are those whose proved address is at that very domain, who are not blocked, and no members', async () => {
    const { organizationId, domain, asked, domainId } = await makeProved();
    const people = [
      await makePerson(`pupils.${domain}`),
      await makePerson(`not-${domain}`),
      await makePerson(domain, { emailVerified: null }),
      await makePerson(domain, { blockedAt: now }),
    ];
    const member = await makePerson(domain);
    await db
      .insert(memberships)
      .values({ organizationId, userId: member.id, role: 'member', createdAt: now });
    const waiting = await makeAsking();
    people.push(member, await makePerson(waiting.domain));
    const over = await makeProved();
    await closed(over.organizationId, now);
    people.push(await makePerson(over.domain));
    for (const { id: userId } of people) await askByDomain({ userId, now });
    await askAllByDomain(run);
    expect(await Promise.all(people.map(({ id }) => offerOf(id)))).toEqual(people.map(() => []));
    // Nor whose organization takes the domain back.
    const late = await makePerson(domain);
    await takeDomainBack({ ...asked, domainId });
    await askByDomain({ userId: late.id, now });
    expect(await offerOf(late.id)).toEqual([]);
  });

  it('join as members, once of any number of times that they say so', async () => {
    const { organizationId, which, person } = await makeAsked();
    const answers = [1, 2, 3].map(() => answerDomainOffer({ ...which, answer: 'joined' }));
    expect((await Promise.all(answers)).map(reasonOf)).toEqual(['ok', 'ok', 'ok']);
    expect(await roleOf(organizationId, person.id)).toBe('member');
    const begun = and(
      eq(auditEvents.subjectId, person.id),
      eq(auditEvents.deed, 'membership.begun'),
    );
    expect(await db.$count(auditEvents, begun)).toBe(1);
  });

  it('who decline are never asked again, and are let in by nothing but an invitation', async () => {
    const { organizationId, which, person } = await makeAsked();
    expect(await answerDomainOffer({ ...which, answer: 'declined' })).toMatchObject({ ok: true });
    await askByDomain({ userId: person.id, now: later(1000) });
    await askAllByDomain(run);
    expect(await offerOf(person.id)).toEqual(['declined']);
    expect(await askedOf(person.id)).toBe(1);
    expect(await answerDomainOffer({ ...which, answer: 'joined' })).toMatchObject({
      reason: 'not_found',
    });
    expect(await roleOf(organizationId, person.id)).toBeNull();
  });

  it('who say both at once are one or the other: each answer waits for their lock', async () => {
    const { organizationId, which, person } = await makeAsked();
    const answers = await db.transaction(async (tx) => {
      await lockPeople(tx, { ids: [person.id] });
      const said = (['joined', 'declined'] as const).map((answer) =>
        answerDomainOffer({ ...which, answer }),
      );
      const waiting = new Promise((resolve) => setTimeout(resolve, 200, 'waiting'));
      expect(await Promise.race([...said, waiting])).toBe('waiting');
      return { said };
    });
    await Promise.all(answers.said);
    const [answer] = await offerOf(person.id);
    const role = await roleOf(organizationId, person.id);
    expect(['joined member', 'declined null']).toContain(`${answer} ${role}`);
  });

  it('do not join by a domain that was withdrawn since, nor one whom nobody asked', async () => {
    const { organizationId, which, asked, domainId, domain, person } = await makeAsked();
    const stranger = await makePerson(domain);
    expect(
      await answerDomainOffer({ ...which, userId: stranger.id, answer: 'joined' }),
    ).toMatchObject({ reason: 'not_found' });
    await takeDomainBack({ ...asked, domainId });
    expect(await answerDomainOffer({ ...which, answer: 'joined' })).toMatchObject({
      reason: 'withdrawn',
    });
    expect(await roleOf(organizationId, person.id)).toBeNull();
    await closed(organizationId, now);
    expect(await answerDomainOffer({ ...which, answer: 'joined' })).toMatchObject({
      reason: 'closed',
    });
  });

  it('who leave or are removed are not asked to come back, however they had come', async () => {
    const { organizationId, owner, domain, which, person } = await makeAsked();
    await answerDomainOffer({ ...which, answer: 'joined' });
    const removed = await makePerson(domain);
    const { token } = await invite({ userId: owner.id, organizationId, email: removed.email });
    await joinByInvitation({
      proof: { token },
      viewer: null,
      locale: 'en',
      timeZone: null,
      now: later(1),
    });
    for (const { id: userId } of [person, removed]) {
      const left = { actorId: owner.id, userId, organizationId, locale: 'en' as const };
      await leaveOrganization({ ...left, now: later(2) });
      await askByDomain({ userId, now: later(3) });
    }
    expect(await offerOf(person.id)).toEqual(['joined']);
    expect(await offerOf(removed.id)).toEqual(['declined']);
    expect(await askedOf(removed.id)).toBe(0);
    for (const { id: userId } of [person, removed]) {
      expect(await answerDomainOffer({ ...which, userId, answer: 'joined' })).toMatchObject({
        reason: 'not_found',
      });
    }
  });
});
