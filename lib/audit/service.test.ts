import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { db, pool } from '@/db/client';
import { auditDetails, auditEvents } from '@/db/schema/audit';
import { inTransaction } from '@/db/transaction';
import { makeOrganization, makeUser, monday } from '@/testing/people';
import { recordDeeds } from './service';

afterAll(() => pool.end());

async function record(reason?: string) {
  const [organizationId, { id: actorId }] = [await makeOrganization(), await makeUser()];
  const subjectId = uuidv7();
  await inTransaction((tx) =>
    recordDeeds(tx, [
      {
        deed: 'membership.changed',
        subjectId,
        organizationId,
        actorId,
        actedAs: 'owner',
        before: { role: 'member' },
        after: { role: 'admin' },
        reason,
        now: monday,
      },
    ]),
  );
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, subjectId));
  if (!event) throw new Error('nothing was written');
  return { event, organizationId, actorId };
}

it('says who did what, as what, to what, and when', async () => {
  const { event, organizationId, actorId } = await record();
  expect(event).toMatchObject({
    at: monday,
    organizationId,
    actorId,
    actedAs: 'owner',
    deed: 'membership.changed',
    before: { role: 'member' },
    after: { role: 'admin' },
  });
  expect(await db.$count(auditDetails, eq(auditDetails.eventId, event.id))).toBe(0);
});

it('keeps what was typed apart, where it can be forgotten', async () => {
  const { event } = await record('Leaves the school in June');
  const said = eq(auditDetails.eventId, event.id);
  expect(await db.select().from(auditDetails).where(said)).toEqual([
    { eventId: event.id, reason: 'Leaves the school in June', networkAddress: null },
  ]);
  await db.delete(auditDetails).where(said);
  expect(await db.$count(auditDetails, said)).toBe(0);
});

describe('the record', () => {
  it.each([
    [
      'changed',
      (id: string) => db.update(auditEvents).set({ actorId: null }).where(eq(auditEvents.id, id)),
    ],
    ['deleted', (id: string) => db.delete(auditEvents).where(eq(auditEvents.id, id))],
    ['emptied', () => db.execute(sql`truncate audit_events cascade`)],
  ])('is not %s', async (_, change) => {
    const { event } = await record();
    await expect(change(event.id)).rejects.toMatchObject({
      message: expect.stringContaining('refused') as string,
    });
  });

  it('names nobody for what nobody did', async () => {
    const deed = { deed: 'mentor.paused', subjectId: uuidv7(), organizationId: null } as const;
    const { id: actorId } = await makeUser();
    await expect(
      inTransaction((tx) =>
        recordDeeds(tx, [{ ...deed, actorId, actedAs: 'system', now: monday }]),
      ),
    ).rejects.toMatchObject({ constraint: 'audit_events_actor_fits' });
  });
});
