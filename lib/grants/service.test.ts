import { auditEvents } from '@/db/schema/audit';
import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { notificationContent } from '@/domain/notifications';
import { db } from '@/db/client';
import { watching } from '@/db/connection';
import { insertRows } from '@/db/insert-rows';
import { getGrantReport, listGrants } from '@/db/queries/grants';
import { waitingGrants } from '@/db/schema/grants';
import { ledgerAccounts, ledgerTransfers } from '@/db/schema/ledger';
import { notifications } from '@/db/schema/notifications';
import { memberships } from '@/db/schema/organizations';
import { users } from '@/db/schema/users';
import { expectLedgerAddsUp } from '@/testing/ledger';
import {
  makeMember,
  makeOrganization,
  makeUser,
  monday,
  publicOrganizationId,
} from '@/testing/people';
import { mostRows } from '@/lib/tables/constants';
import { draftFromFile, giveAllThatWaits, giveDraft, giveWhatWaits, grantToOne } from './service';

/** What every new user of the public organization starts with. */
const welcome = 100;
const now = monday;

afterEach(expectLedgerAddsUp);

async function makeAdmin(organizationId = publicOrganizationId) {
  const { id: userId } = await makeUser();
  await makeMember({ organizationId, userId, role: 'admin' });
  return { userId, organizationId };
}

async function makePupil(organizationId: string) {
  const pupil = await makeUser();
  await makeMember({ organizationId, userId: pupil.id });
  return pupil;
}

async function balanceOf(userId: string): Promise<number | null> {
  const [account] = await db
    .select({ balance: ledgerAccounts.balance })
    .from(ledgerAccounts)
    .where(sql`${ledgerAccounts.userId} = ${userId} and ${ledgerAccounts.kind} = 'user'`);
  return account?.balance ?? null;
}

async function toldTo(userId: string) {
  const rows = await db.select().from(notifications).where(eq(notifications.userId, userId));
  return rows.map(({ kind, data }) => notificationContent.parse({ kind, data }));
}

const prize = { credits: 50, reason: 'A prize' };

type Admin = Awaited<ReturnType<typeof makeAdmin>>;

function give(admin: Admin, email: string, requestId = uuidv7()) {
  return grantToOne({ ...admin, ...prize, email, requestId, now });
}

function draft(admin: Admin, text: string, values: { requestId?: string; reason?: string } = {}) {
  const file = { name: 'prizes.csv', bytes: new TextEncoder().encode(text) };
  return draftFromFile({ ...admin, requestId: uuidv7(), reason: 'A prize', file, now, ...values });
}

async function drafted(...asked: Parameters<typeof draft>): Promise<string> {
  const result = await draft(...asked);
  if (!result.ok) throw new Error(result.reason);
  return result.value.grantId;
}

async function outcomes(grantId: string, { userId: viewerId, organizationId }: Admin) {
  const slug = organizationId === publicOrganizationId ? 'public' : organizationId;
  const report = await getGrantReport(db, { id: grantId, slug, viewerId });
  return report?.rows.map(({ outcome }) => outcome) ?? null;
}

/** The page said nothing of the same file having been given before. */
const unwarned = { sameFileGivenAt: null };

describe('a grant to one person', () => {
  it('adds to what they have, tells them, and is on record', async () => {
    const [admin, pupil] = [await makeAdmin(), await makeUser()];
    expect(await give(admin, pupil.email)).toMatchObject({ ok: true });
    expect(await balanceOf(pupil.id)).toBe(welcome + 50);
    expect(await toldTo(pupil.id)).toMatchObject([
      { kind: 'credits_granted', data: { credits: 50, reason: 'A prize' } },
    ]);
    const { rows } = await listGrants(db, { ...admin, limit: 1, offset: 0 });
    expect(rows).toMatchObject([
      { recipient: pupil.email, recipientCount: 1, totalCredits: 50, reason: 'A prize' },
    ]);
    const [transfer] = await db
      .select()
      .from(ledgerTransfers)
      .where(eq(ledgerTransfers.actorId, admin.userId));
    expect(transfer).toMatchObject({ kind: 'grant', reason: 'A prize' });
  });

  it('is made once, however often and fast the form is sent', async () => {
    const [admin, pupil] = [await makeAdmin(), await makeUser()];
    const requestId = uuidv7();
    const results = await Promise.all(
      Array.from({ length: 8 }, () => give(admin, pupil.email, requestId)),
    );
    expect(new Set(results.map((result) => result.ok && result.value.grantId)).size).toBe(1);
    expect(await balanceOf(pupil.id)).toBe(welcome + 50);
    expect(await toldTo(pupil.id)).toHaveLength(1);
    const audited = await db
      .select({ deed: auditEvents.deed, actedAs: auditEvents.actedAs, on: auditEvents.subjectId })
      .from(auditEvents)
      .where(eq(auditEvents.actorId, admin.userId));
    const [made] = results;
    expect(audited).toEqual([
      { deed: 'grant.given', actedAs: 'admin', on: made?.ok && made.value.grantId },
    ]);
  });

  it('of the same form with somebody else in it is another', async () => {
    const [admin, one, other] = [await makeAdmin(), await makeUser(), await makeUser()];
    const requestId = uuidv7();
    await give(admin, one.email, requestId);
    await give(admin, other.email, requestId);
    expect(await balanceOf(other.id)).toBe(welcome + 50);
  });

  it('goes to members alone, and says the same of strangers and of nobody', async () => {
    const admin = await makeAdmin(await makeOrganization());
    const [pupil, stranger] = [await makePupil(admin.organizationId), await makeUser()];
    const refusal = { ok: false, reason: 'no_such_person' };
    expect(await give(admin, stranger.email)).toEqual(refusal);
    expect(await give(admin, 'nobody@nowhere.test')).toEqual(refusal);
    expect(await give(admin, pupil.email)).toMatchObject({ ok: true });
    expect(await balanceOf(stranger.id)).toBeNull();
    // No welcome: that is the public organization's.
    expect(await balanceOf(pupil.id)).toBe(50);
  });

  it('is not for people who are blocked', async () => {
    const [admin, pupil] = [await makeAdmin(), await makeUser({ blockedAt: monday })];
    expect(await give(admin, pupil.email)).toMatchObject({ ok: false, reason: 'blocked' });
  });

  it('is refused to a member, and to the admin of another organization', async () => {
    const organizationId = await makeOrganization();
    const pupil = await makePupil(organizationId);
    const elsewhere = await makeAdmin();
    for (const userId of [pupil.id, elsewhere.userId]) {
      const result = await give({ userId, organizationId }, pupil.email);
      expect(result).toEqual({ ok: false, reason: 'not_found' });
    }
    expect(await balanceOf(pupil.id)).toBeNull();
  });
});

const someAddress = () => `new-${uuidv7()}@example.test`;
const comes = (email: string, emailVerified: Date | null = new Date()) =>
  makeUser({ email, emailVerified });

describe('credits for an address that nobody has signed in with', () => {
  const turn = { clock: () => now, endsAt: now.add({ seconds: 5 }) };

  it('wait, and are given once to whoever proves the address, who is told', async () => {
    const admin = await makeAdmin();
    const email = someAddress();
    expect(await give(admin, email)).toMatchObject({ ok: true });
    expect(await give(admin, email)).toMatchObject({ ok: true });
    const { rows } = await listGrants(db, { ...admin, limit: 1, offset: 0 });
    expect(rows).toMatchObject([{ recipient: email, recipientCount: 1, totalCredits: 50 }]);

    const newcomer = await comes(email);
    const all = await Promise.all(
      Array.from({ length: 8 }, () => giveWhatWaits({ userId: newcomer.id, now })),
    );
    expect(all.reduce((sum, credits) => sum + credits, 0)).toBe(100);
    expect(await balanceOf(newcomer.id)).toBe(welcome + 100);
    expect(await toldTo(newcomer.id)).toHaveLength(2);
  });

  it('are found by the periodic job, however somebody came', async () => {
    const admin = await makeAdmin();
    const [email, unproved] = [someAddress(), someAddress()];
    await give(admin, email);
    await give(admin, unproved);
    const [newcomer, visitor] = [await comes(email), await comes(unproved, null)];
    await giveAllThatWaits(turn);
    expect(await balanceOf(newcomer.id)).toBe(welcome + 50);
    // Whoever has not proved the address may be anybody.
    expect(await balanceOf(visitor.id)).toBeNull();
    expect(await giveAllThatWaits(turn)).toMatchObject({ counts: { people: 0 } });
  });

  it('are never for people who are blocked', async () => {
    const [admin, email] = [await makeAdmin(), someAddress()];
    await give(admin, email);
    const blocked = await makeUser({ email, emailVerified: new Date(), blockedAt: monday });
    expect(await giveWhatWaits({ userId: blocked.id, now })).toBe(0);
  });

  it('are kept by the database: given is given', async () => {
    const [admin, email] = [await makeAdmin(), someAddress()];
    await give(admin, email);
    const newcomer = await comes(email);
    await giveWhatWaits({ userId: newcomer.id, now });
    const own = eq(waitingGrants.email, email);
    for (const change of [
      db.update(waitingGrants).set({ givenAt: null, userId: null }).where(own),
      db.update(waitingGrants).set({ userId: admin.userId }).where(own),
      db.delete(waitingGrants).where(own),
    ]) {
      await expect(change).rejects.toMatchObject({ code: '23001' });
    }
  });

  it('wait for nobody in an organization that is for its members', async () => {
    const admin = await makeAdmin(await makeOrganization());
    expect(await give(admin, someAddress())).toEqual({ ok: false, reason: 'no_such_person' });
  });

  it('come from files too', async () => {
    const [admin, email] = [await makeAdmin(), someAddress()];
    const grantId = await drafted(admin, `${email},50`);
    expect(await outcomes(grantId, admin)).toEqual(['waiting']);
    const newcomer = await comes(email);
    expect(await giveWhatWaits({ userId: newcomer.id, now })).toBe(0);
    // They came between the check and the button.
    await giveDraft({ ...unwarned, userId: admin.userId, grantId, now });
    expect(await outcomes(grantId, admin)).toEqual(['given']);
    expect(await balanceOf(newcomer.id)).toBe(welcome + 50);
  });
});

describe('a file', () => {
  it('gives nothing before it is confirmed, then what is in order, with a report', async () => {
    const admin = await makeAdmin(await makeOrganization());
    const { organizationId } = admin;
    const [one, other, stranger] = [
      await makePupil(organizationId),
      await makePupil(organizationId),
      await makeUser(),
    ];
    const text = [
      `${one.email},50,Science`,
      `${stranger.email},50`,
      `${other.email},120`,
      `${other.email},9`,
      'nobody@nowhere.test,5',
      'oops,5',
    ].join('\n');
    const grantId = await drafted(admin, text);
    const faults = ['no_such_person', 'duplicate', 'no_such_person', 'bad_address'];
    const [second, ...rest] = faults;
    expect(await outcomes(grantId, admin)).toEqual(['ready', second, 'ready', ...rest]);
    expect(await balanceOf(one.id)).toBeNull();
    expect(await toldTo(one.id)).toEqual([]);

    expect(await giveDraft({ ...unwarned, userId: admin.userId, grantId, now })).toMatchObject({
      ok: true,
    });
    expect(await outcomes(grantId, admin)).toEqual(['given', second, 'given', ...rest]);
    expect([await balanceOf(one.id), await balanceOf(other.id)]).toEqual([50, 120]);
    expect(await toldTo(one.id)).toMatchObject([{ data: { credits: 50, reason: 'Science' } }]);
    expect(await toldTo(other.id)).toMatchObject([{ data: { credits: 120, reason: 'A prize' } }]);
    const { rows } = await listGrants(db, { organizationId, limit: 5, offset: 0 });
    expect(rows).toMatchObject([{ recipientCount: 2, totalCredits: 170, fileName: 'prizes.csv' }]);
  });

  it('is given once, however often and fast that is confirmed', async () => {
    const [admin, pupil] = [await makeAdmin(), await makeUser()];
    const grantId = await drafted(admin, `${pupil.email},50`);
    const results = await Promise.all(
      Array.from({ length: 8 }, () =>
        giveDraft({ ...unwarned, userId: admin.userId, grantId, now }),
      ),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await balanceOf(pupil.id)).toBe(welcome + 50);
  });

  it('that is sent twice is one draft, and a new one later says when it was given before', async () => {
    const [admin, pupil] = [await makeAdmin(), await makeUser()];
    const requestId = uuidv7();
    const text = `${pupil.email},50`;
    const both = await Promise.all([1, 2].map(() => drafted(admin, text, { requestId })));
    expect(new Set(both).size).toBe(1);
    await giveDraft({ ...unwarned, userId: admin.userId, grantId: both[0] ?? '', now });
    const again = await drafted(admin, text);
    const report = await getGrantReport(db, { id: again, slug: 'public', viewerId: admin.userId });
    expect(report?.sameFileGivenAt?.toString()).toBe(now.toString());
  });

  it('that another tab gave meanwhile is given again only by who was warned of it', async () => {
    const [admin, pupil] = [await makeAdmin(), await makeUser()];
    const text = `${pupil.email},50`;
    const tabs = [await drafted(admin, text), await drafted(admin, text)];
    const both = await Promise.all(
      tabs.map((grantId) => giveDraft({ ...unwarned, userId: admin.userId, grantId, now })),
    );
    expect(both.map((result) => (result.ok ? 'given' : result.reason)).sort()).toEqual([
      'given',
      'given_meanwhile',
    ]);
    expect(await balanceOf(pupil.id)).toBe(welcome + 50);
    const grantId = tabs[both.findIndex(({ ok }) => !ok)] ?? '';
    const warned = { userId: admin.userId, grantId, sameFileGivenAt: now, now };
    expect(await giveDraft(warned)).toMatchObject({ ok: true });
  });

  it('leaves out whoever has left or been blocked since it was checked', async () => {
    const admin = await makeAdmin(await makeOrganization());
    const { organizationId } = admin;
    const [left, blocked] = [await makePupil(organizationId), await makePupil(organizationId)];
    const grantId = await drafted(admin, `${left.email},50\n${blocked.email},50`);
    await db.delete(memberships).where(eq(memberships.userId, left.id));
    await db.update(users).set({ blockedAt: monday }).where(eq(users.id, blocked.id));
    const result = await giveDraft({ ...unwarned, userId: admin.userId, grantId, now });
    expect(result).toEqual({ ok: false, reason: 'nothing_to_give' });
    expect(await outcomes(grantId, admin)).toEqual(['ready', 'ready']);
  });

  it('is given by whoever checked it, while they are an admin; others do not see it', async () => {
    const [admin, colleague] = [await makeAdmin(), await makeAdmin()];
    const pupil = await makeUser();
    const grantId = await drafted(admin, `${pupil.email},50`);
    const missing = { ok: false, reason: 'not_found' };
    expect(await outcomes(grantId, colleague)).toBeNull();
    // Nor is it found under the address of another organization.
    expect(await outcomes(grantId, { ...admin, organizationId: uuidv7() })).toBeNull();
    expect(await giveDraft({ ...unwarned, userId: colleague.userId, grantId, now })).toEqual(
      missing,
    );
    await db.delete(memberships).where(eq(memberships.userId, admin.userId));
    expect(await giveDraft({ ...unwarned, userId: admin.userId, grantId, now })).toEqual(missing);
    expect(await balanceOf(pupil.id)).toBeNull();
  });

  it('with the same people as another, in another order: both are given, none waits for ever', async () => {
    const admins = [await makeAdmin(), await makeAdmin(), await makeAdmin()];
    const pupils = await Promise.all(Array.from({ length: 20 }, () => makeUser()));
    const grantIds = await Promise.all(
      admins.map((admin, turn) => {
        const turned = [...pupils.slice(turn), ...pupils.slice(0, turn)];
        const people = turn % 2 === 0 ? turned : turned.toReversed();
        return drafted(admin, people.map(({ email }) => `${email},10`).join('\n'));
      }),
    );
    const results = await Promise.all(
      admins.map(({ userId }, index) =>
        giveDraft({ ...unwarned, userId, grantId: grantIds[index] ?? '', now }),
      ),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    const balances = await Promise.all(pupils.map(({ id }) => balanceOf(id)));
    expect(new Set(balances)).toEqual(new Set([welcome + 30]));
  });

  it('gives to ten thousand in as many statements as to one, and in seconds', async () => {
    const admin = await makeAdmin();
    const statementsOf = async (text: string) => {
      const sent: string[] = [];
      watching.statement = (statement) => sent.push(statement);
      const began = performance.now();
      const grantId = await drafted(admin, text);
      const checked = performance.now();
      const given = await giveDraft({ ...unwarned, userId: admin.userId, grantId, now });
      watching.statement = null;
      expect(given).toMatchObject({ ok: true });
      return { count: sent.length, check: checked - began, give: performance.now() - checked };
    };
    const known = (await makeUsers(1000)).map((email) => `${email};5`);
    const unknown = Array.from(
      { length: mostRows - known.length },
      (_, index) => `later-${index}-${uuidv7()}@example.test;5`,
    );
    const [one] = await makeUsers(1);
    const first = await statementsOf(`${one};5\nlater-${uuidv7()}@example.test;5`);
    const all = await statementsOf([...known, ...unknown].join('\n'));
    console.log(
      `${mostRows} rows: checked in ${Math.round(all.check)} ms, given in ${Math.round(all.give)} ms, ${all.count} statements`,
    );
    expect(all.count).toBe(first.count);
    expect(all.check + all.give).toBeLessThan(10_000);
  });
});

/** People by the thousand, by their addresses. */
async function makeUsers(count: number): Promise<string[]> {
  const emails = Array.from({ length: count }, () => `${uuidv7()}@example.test`);
  await insertRows(
    db,
    users,
    emails.map((email) => ({ email, createdAt: monday })),
  );
  return emails;
}
