import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { claimDueDeliveries } from '@/db/queries/deliveries';
import { invitationImports, invitations } from '@/db/schema/invitations';
import { deliveries } from '@/db/schema/outbox';
import { invite, makeMemberOf, makeSchool } from '@/testing/memberships';
import { makeBooking } from '@/testing/deliveries';
import { enqueueDeliveries } from '@/lib/outbox/service';
import { makeUser, monday } from '@/testing/people';
import { draftImport, sendImport } from './import-people';

function draft(
  { userId, organizationId }: { userId: string; organizationId: string },
  text: string,
  requestId: string = uuidv7(),
) {
  const file = { name: 'people.csv', bytes: new TextEncoder().encode(text) };
  return draftImport({ userId, organizationId, requestId, file, now: monday });
}

async function rowsOf(result: Awaited<ReturnType<typeof draft>>) {
  if (!result.ok) throw new Error(result.reason);
  const { importId } = result.value;
  const [row] = await db.select().from(invitationImports).where(eq(invitationImports.id, importId));
  return { importId, outcomes: row?.rows.map(({ outcome }) => outcome) ?? [] };
}

beforeEach(async () => {
  await db.update(deliveries).set({ status: 'skipped' }).where(eq(deliveries.status, 'pending'));
});

describe('people from a file', () => {
  it('are looked at before anybody is written to, and invited once', async () => {
    const { organizationId, admin } = await makeSchool();
    const member = await makeMemberOf(organizationId);
    const asked = { userId: admin.id, organizationId };
    const at = (name: string) => `${name}-${organizationId}@example.test`;
    await invite({ ...asked, email: at('known') });
    const text = [
      at('awa'),
      `${at('ben')},Ben,admin,fr`,
      `${at('chi')},Chi,owner`,
      member.email,
      `${member.email},,admin`,
      at('known'),
      at('awa'),
      'nobody',
    ].join('\n');
    const { importId, outcomes } = await rowsOf(await draft(asked, text));
    expect(outcomes).toEqual([
      'ready',
      'ready',
      'high_role',
      'member',
      'twice',
      'invited',
      'twice',
      'bad_address',
    ]);
    const invited = eq(invitations.organizationId, organizationId);
    expect(await db.$count(invitations, invited)).toBe(1);

    const sent = await Promise.all(
      [1, 2].map(() => sendImport({ userId: admin.id, importId, now: monday })),
    );
    expect(sent.every(({ ok }) => ok)).toBe(true);
    expect(await db.$count(invitations, invited)).toBe(3);
    const [ben] = await db
      .select()
      .from(invitations)
      .where(eq(invitations.email, at('ben')));
    expect(ben).toMatchObject({ name: 'Ben', role: 'admin', locale: 'fr', invitedBy: admin.id });
  });

  it('stay out where their address is to be thrown away and the organization refuses those', async () => {
    const { organizationId, admin } = await makeSchool({ refusesDisposable: true });
    const text = [`a-${organizationId}@yopmail.com`, `b-${organizationId}@example.test`].join('\n');
    const { outcomes } = await rowsOf(await draft({ userId: admin.id, organizationId }, text));
    expect(outcomes).toEqual(['disposable', 'ready']);
  });

  it('are nobody else’s to look at or to send, and one form leaves one draft', async () => {
    const { organizationId, admin, owner } = await makeSchool();
    const stranger = await makeUser();
    const text = `awa-${organizationId}@example.test`;
    expect(await draft({ userId: stranger.id, organizationId }, text)).toMatchObject({
      reason: 'not_found',
    });
    const requestId = uuidv7();
    const [one, other] = await Promise.all(
      [1, 2].map(() => draft({ userId: admin.id, organizationId }, text, requestId)),
    );
    expect(one).toEqual(other);
    const { importId } = await rowsOf(one ?? { ok: false, reason: 'not_found' });
    for (const { id: userId } of [stranger, owner]) {
      expect(await sendImport({ userId, importId, now: monday })).toMatchObject({
        reason: 'not_found',
      });
    }
  });

  it('stay out beyond what an organization that is new may write in a day', async () => {
    const { organizationId, admin } = await makeSchool({ approvedAt: null });
    const asked = { userId: admin.id, organizationId };
    const text = Array.from({ length: 300 }, (_, place) => `p${place}-${organizationId}@x.test`);
    const { importId, outcomes } = await rowsOf(await draft(asked, text.join('\n')));
    expect(outcomes.filter((outcome) => outcome === 'ready')).toHaveLength(200);
    expect(outcomes.filter((outcome) => outcome === 'over_cap')).toHaveLength(100);
    await sendImport({ userId: admin.id, importId, now: monday });
    const written = eq(deliveries.organizationId, organizationId);
    expect(await db.$count(deliveries, written)).toBe(200);
    const rest = await rowsOf(await draft(asked, text.slice(200).join('\n')));
    expect(new Set(rest.outcomes)).toEqual(new Set(['over_cap']));
  });

  it('may be 10,000, in seconds; a reminder that is written after them leaves first', async () => {
    const { organizationId, admin } = await makeSchool();
    const asked = { userId: admin.id, organizationId };
    const text = Array.from(
      { length: 10_000 },
      (_, place) => `p${place}-${organizationId}@x.test;Person ${place};member;fr`,
    );
    const startedAt = performance.now();
    const { importId, outcomes } = await rowsOf(await draft(asked, text.join('\n')));
    expect(new Set(outcomes)).toEqual(new Set(['ready']));
    expect(await sendImport({ userId: admin.id, importId, now: monday })).toMatchObject({
      ok: true,
    });
    expect(performance.now() - startedAt).toBeLessThan(20_000);

    const { booking } = await makeBooking();
    const now = monday.add({ minutes: 10 });
    await enqueueDeliveries(db, [
      {
        kind: 'reminder_24h_mentee',
        recipientId: booking.menteeId,
        recipientEmail: 'reminded@x.test',
        locale: 'en',
        bookingIds: [booking.id],
        now,
      },
    ]);
    const claimed = await claimDueDeliveries(db, {
      now: now.add({ minutes: 1 }),
      leasedUntil: now.add({ minutes: 3 }),
      dueAt: null,
      maxAttempts: 8,
      limit: 50,
    });
    expect(claimed).toHaveLength(50);
    expect(claimed.map(({ kind }) => kind)).toContain('reminder_24h_mentee');
    const left = and(eq(deliveries.organizationId, organizationId), eq(deliveries.attempts, 1));
    expect(await db.$count(deliveries, left)).toBe(49);
  });
});
