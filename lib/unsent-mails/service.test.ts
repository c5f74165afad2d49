import { eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { countUnsentMails, getPauseEnd, listUnsentMails } from '@/db/queries/unsent-mails';
import { bookings } from '@/db/schema/bookings';
import { deliveries, mailPauses } from '@/db/schema/outbox';
import { dispatchOnly, enqueue, makeBooking, readDelivery } from '@/testing/deliveries';
import {
  makeMember,
  makeOrganization,
  makeUser,
  monday,
  publicOrganizationId,
} from '@/testing/people';
import { retryMails } from './service';

const now = monday.add({ hours: 3 });
const since = monday.subtract({ hours: 24 });

async function makeAdmin(organizationId: string) {
  const { id: userId } = await makeUser();
  await makeMember({ organizationId, userId, role: 'admin' });
  return { userId, organizationId };
}

/** A mail of the public organization's that failed after its eighth attempt. */
async function failedMail(values: Parameters<typeof enqueue>[0] = {}): Promise<string> {
  const { booking, mentee } = await makeBooking();
  const id = await enqueue({
    kind: 'booked_mentee',
    bookingIds: [booking.id],
    recipientId: mentee?.id ?? null,
    ...values,
  });
  await fail(id);
  return id;
}

async function fail(id: string): Promise<void> {
  await db
    .update(deliveries)
    .set({ status: 'failed', attempts: 8, lastError: '500 internal_server_error' })
    .where(eq(deliveries.id, id));
}

type Admin = Awaited<ReturnType<typeof makeAdmin>>;

const seenBy = async ({ userId: adminId, organizationId }: Admin) => {
  const rows = await listUnsentMails(db, {
    adminId,
    organizationId,
    state: 'failed',
    since,
    limit: 50,
    offset: 0,
  });
  return rows.map(({ id }) => id);
};

beforeEach(async () => {
  await db.update(deliveries).set({ status: 'skipped' });
  await db.delete(mailPauses);
});

describe('failed mails are shown', () => {
  it('to the admins of the organization that the booking is of, and nobody else', async () => {
    const id = await failedMail();
    const school = await makeOrganization();
    expect(await seenBy(await makeAdmin(publicOrganizationId))).toEqual([id]);
    expect(await seenBy(await makeAdmin(school))).toEqual([]);
    const organizationId = publicOrganizationId;
    // Nor under the address of another's.
    const { userId } = await makeAdmin(school);
    expect(await seenBy({ userId, organizationId })).toEqual([]);
    const member = await makeUser();
    await makeMember({ organizationId, userId: member.id });
    expect(await seenBy({ userId: member.id, organizationId })).toEqual([]);
    const { recipientId } = await readDelivery(id);
    expect(await seenBy({ userId: recipientId ?? '', organizationId })).toEqual([]);
  });

  it('without a booking to the admins of their reader’s organization, else of the public one', async () => {
    const school = await makeOrganization();
    const pupil = await makeUser();
    await makeMember({ organizationId: school, userId: pupil.id });
    const toPupil = await enqueue({ recipientEmail: pupil.email });
    const toNobody = await enqueue({ recipientEmail: 'nobody@example.test' });
    await Promise.all([toPupil, toNobody].map(fail));
    expect(await seenBy(await makeAdmin(school))).toEqual([toPupil]);
    expect(await seenBy(await makeAdmin(publicOrganizationId))).toEqual([toNobody]);
  });

  it('a page at a time, and counted no further than is asked for', async () => {
    const { userId: adminId, organizationId } = await makeAdmin(publicOrganizationId);
    const ids = [await failedMail(), await failedMail(), await failedMail()];
    const wanted = { adminId, organizationId, state: 'failed', since } as const;
    expect(await countUnsentMails(db, { ...wanted, most: 100 })).toBe(3);
    expect(await countUnsentMails(db, { ...wanted, most: 2 })).toBe(2);
    const page = await listUnsentMails(db, { ...wanted, limit: 2, offset: 2 });
    expect(page.map(({ id }) => id)).toEqual(ids.slice(0, 1));
  });

  it('with the pause that the provider asked for, while it lasts', async () => {
    const resumesAt = now.add({ minutes: 5 });
    expect(await getPauseEnd(db, { now })).toBeNull();
    await db.insert(mailPauses).values({ transport: 'resend', resumesAt });
    expect((await getPauseEnd(db, { now }))?.toString()).toBe(resumesAt.toString());
    expect(await getPauseEnd(db, { now: now.add({ minutes: 6 }) })).toBeNull();
  });
});

describe('sending again', () => {
  it('sends one mail anew, with all its attempts', async () => {
    const admin = await makeAdmin(publicOrganizationId);
    const [id, other] = [await failedMail(), await failedMail()];
    expect(await retryMails({ ...admin, only: id, now })).toMatchObject({
      ok: true,
      value: { ids: [id] },
    });
    expect(await readDelivery(id)).toMatchObject({ status: 'pending', attempts: 0 });
    await dispatchOnly([id], { now });
    expect(await readDelivery(id)).toMatchObject({ status: 'sent', attempts: 1, lastError: null });
    expect((await readDelivery(other)).status).toBe('failed');
  });

  it('leaves what is no longer true unsent', async () => {
    const id = await failedMail();
    const { bookingIds } = await readDelivery(id);
    const cancelled = { cancelledAt: now, cancelledBy: 'mentee', cancelReason: 'Ill' } as const;
    await db
      .update(bookings)
      .set({ status: 'cancelled', ...cancelled })
      .where(inArray(bookings.id, bookingIds));
    await retryMails({ ...(await makeAdmin(publicOrganizationId)), now });
    await dispatchOnly([id], { now });
    expect(await readDelivery(id)).toMatchObject({ status: 'skipped', lastError: 'booking_over' });
  });

  it('takes all that can be sent again, and only of the admin’s organizations', async () => {
    const ids = [await failedMail(), await failedMail()];
    const link = await enqueue({ recipientEmail: 'nobody@example.test' });
    await fail(link);
    const old = await failedMail({ now: now.subtract({ hours: 7 * 24 + 1 }) });
    const theirs = await makeAdmin(await makeOrganization());
    for (const organizationId of [theirs.organizationId, publicOrganizationId]) {
      expect(await retryMails({ ...theirs, organizationId, now })).toEqual({
        ok: false,
        reason: 'not_found',
      });
    }
    const result = await retryMails({ ...(await makeAdmin(publicOrganizationId)), now });
    expect(result.ok && result.value.ids.toSorted()).toEqual(ids.toSorted());
    const left = await db
      .select({ status: deliveries.status })
      .from(deliveries)
      .where(inArray(deliveries.id, [link, old]));
    expect(left).toEqual([{ status: 'failed' }, { status: 'failed' }]);
  });

  it('takes each mail once, however many push the button', async () => {
    const id = await failedMail();
    const admins = [await makeAdmin(publicOrganizationId), await makeAdmin(publicOrganizationId)];
    const results = await Promise.all(
      admins.map((admin) => retryMails({ ...admin, only: id, now })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it.each(['sent', 'pending', 'skipped'] as const)('refuses what is %s', async (status) => {
    const id = await failedMail();
    await db.update(deliveries).set({ status }).where(eq(deliveries.id, id));
    const admin = await makeAdmin(publicOrganizationId);
    expect(await retryMails({ ...admin, only: id, now })).toMatchObject({ reason: 'not_found' });
    expect((await readDelivery(id)).status).toBe(status);
  });
});
