import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { listMaterials } from '@/db/queries/notes';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { book, user } from '@/testing/bookings';
import {
  makeMember,
  makeMentor,
  makeUser,
  monday,
  publicOrganizationId,
  ten,
} from '@/testing/people';
import { materialForm, mostMaterials } from '../schema';
import { addMaterial, removeMaterial } from './give-material';

const now = monday;
const notFound = { ok: false, reason: 'not_found' };
const reading = { title: 'Read this', body: 'Chapter 2', url: 'https://example.org/book' };

async function group(settings: Parameters<typeof makeMentor>[0] = {}) {
  const { mentorId, variantId } = await makeMentor({ service: { capacity: 3 }, ...settings });
  const [first, second] = await Promise.all([makeUser(), makeUser()]);
  const slot = { mentorId, variantId, startsAt: ten };
  const mine = await book({ booker: user(first.id), ...slot });
  const others = await book({ booker: user(second.id), ...slot });
  return { mentorId, slot, first, second, mine: mine.bookingId, others: others.bookingId };
}

const titles = async (userId: string, bookingId: string) =>
  (await listMaterials(db, { userId, bookingId })).map(({ title }) => title);

describe('addMaterial', () => {
  it('is for everybody in the session, and for nobody else', async () => {
    const { mentorId, first, second, mine, others } = await group();
    const admin = await makeUser();
    await makeMember({ organizationId: publicOrganizationId, userId: admin.id, role: 'admin' });
    const material = { ...reading, bookingId: mine, now };
    expect(await addMaterial({ ...material, userId: mentorId })).toEqual({ ok: true, value: null });
    expect(await titles(mentorId, mine)).toEqual(['Read this']);
    expect(await titles(mentorId, others)).toEqual(['Read this']);
    expect(await titles(first.id, mine)).toEqual(['Read this']);
    expect(await titles(second.id, others)).toEqual(['Read this']);
    // Not by way of a booking that is somebody else's.
    expect(await titles(second.id, mine)).toEqual([]);
    for (const userId of [first.id, second.id, admin.id, (await makeUser()).id]) {
      expect(await addMaterial({ ...material, userId })).toEqual(notFound);
    }
    expect(await titles(admin.id, mine)).toEqual([]);
    expect(await titles(mentorId, mine)).toHaveLength(1);
  });

  it('is not shown while a request waits, nor once a booking came to nothing', async () => {
    const waiting = await group({ mentor: { confirmation: 'manual' } });
    await addMaterial({ ...reading, userId: waiting.mentorId, bookingId: waiting.mine, now });
    expect(await titles(waiting.first.id, waiting.mine)).toEqual([]);

    const { mentorId, first, second, mine, others } = await group();
    await addMaterial({ ...reading, userId: mentorId, bookingId: mine, now });
    await cancelBookings({ userId: first.id, bookingId: mine, reason: 'Ill', now });
    expect(await titles(first.id, mine)).toEqual([]);
    expect(await titles(second.id, others)).toEqual(['Read this']);
    expect(await addMaterial({ ...reading, userId: mentorId, bookingId: mine, now })).toEqual({
      ok: false,
      reason: 'closed',
    });
  });

  it('stops at so many a session, however many come at once', async () => {
    const { mentorId, mine } = await group();
    const material = { ...reading, userId: mentorId, bookingId: mine, now };
    const results = await Promise.all(
      Array.from({ length: mostMaterials + 3 }, () => addMaterial(material)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(mostMaterials);
    expect(await addMaterial(material)).toEqual({ ok: false, reason: 'too_many' });
  });
});

describe('removeMaterial', () => {
  it('is the mentor’s, and happens once', async () => {
    const { mentorId, first, mine } = await group();
    const other = await group();
    await addMaterial({ ...reading, userId: mentorId, bookingId: mine, now });
    const [material] = await listMaterials(db, { userId: mentorId, bookingId: mine });
    const removal = { bookingId: mine, materialId: material?.id ?? '', now };
    for (const userId of [first.id, other.mentorId, (await makeUser()).id]) {
      expect(await removeMaterial({ ...removal, userId })).toEqual(notFound);
    }
    // By way of a booking of another session of one's own, it is not there.
    const elsewhere = { ...removal, bookingId: other.mine };
    expect(await removeMaterial({ ...elsewhere, userId: other.mentorId })).toEqual(notFound);
    expect(await titles(first.id, mine)).toEqual(['Read this']);
    expect(await removeMaterial({ ...removal, userId: mentorId })).toEqual({
      ok: true,
      value: null,
    });
    expect(await titles(first.id, mine)).toEqual([]);
    expect(await removeMaterial({ ...removal, userId: mentorId })).toEqual(notFound);
  });
});

describe('materialForm', () => {
  const sent = { bookingId: uuidv7(), title: ' Read this ', body: '', url: 'example.org/book' };

  it('takes a text, a link or both', () => {
    expect(materialForm.parse(sent)).toMatchObject({
      title: 'Read this',
      url: 'https://example.org/book',
    });
    expect(materialForm.safeParse({ ...sent, url: '', body: 'Chapter 2' }).success).toBe(true);
  });

  it.each([
    [{ url: '' }, 'body'],
    [{ url: 'http://example.org' }, 'url'],
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ title: ' ' }, 'title'],
    [{ body: 'x'.repeat(4001) }, 'body'],
  ])('refuses %o at %s', (values, field) => {
    const parsed = materialForm.safeParse({ ...sent, ...values });
    expect(parsed.error?.issues[0]?.path).toEqual([field]);
  });
});
