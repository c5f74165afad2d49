import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { makeBatch } from '@/testing/batches';
import { book, user } from '@/testing/bookings';
import { at, makeUser, monday } from '@/testing/people';
import { faultsOfItip } from '@/testing/itip';
import { readCalendarFile } from './calendar-file';

const now = monday;

async function read(batchId: string, id: string) {
  const file = await readCalendarFile({ batchId, reader: { id, locale: 'en' }, now });
  if (!file.ok) return file.reason;
  const calendar = new ICAL.Component(ICAL.parse(file.value.text));
  expect(faultsOfItip(file.value.text, null)).toEqual([]);
  return calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')).split('@')[0],
    summary: event.getFirstPropertyValue('summary'),
    status: event.getFirstPropertyValue('status'),
  }));
}

describe('the file of a batch', () => {
  it('has all its sessions as they are now, for either side', async () => {
    const { mentorId, mentee, batchId, bookingIds, first } = await makeBatch();
    await cancelBookings({ userId: mentee.id, bookingId: first, reason: 'Ill', now });
    expect(await read(batchId, mentee.id)).toEqual([
      { uid: first, summary: 'Cancelled: Mock interview with Élodie', status: 'CANCELLED' },
      ...bookingIds.slice(1).map((uid) => ({
        uid,
        summary: 'Mock interview with Élodie',
        status: 'CONFIRMED',
      })),
    ]);
    expect(await read(batchId, mentorId)).toMatchObject([
      { status: 'CANCELLED' },
      { summary: 'Mock interview with Awa', status: 'CONFIRMED' },
      { summary: 'Mock interview with Awa', status: 'CONFIRMED' },
    ]);
  });

  it('does not exist for anybody else, nor what is no batch', async () => {
    const { mentee, batchId, first } = await makeBatch();
    const other = await makeBatch();
    for (const id of [(await makeUser()).id, other.mentee.id, other.mentorId]) {
      expect(await read(batchId, id)).toBe('not_found');
    }
    for (const wrong of [first, 'x', '', `${batchId}'`]) {
      expect(await read(wrong, mentee.id)).toBe('not_found');
    }
  });

  it('names to the mentor all who come to a group, and to a mentee nobody else', async () => {
    const { mentorId, mentor, mentee, batchId } = await makeBatch({ service: { capacity: 3 } });
    const other = await makeUser({ name: 'Fatou' });
    const startsAt = at('2026-11-24T10:00');
    await book({ booker: user(other.id), mentorId, variantId: mentor.variantId, startsAt });
    expect(await read(batchId, mentorId)).toMatchObject([
      { summary: 'Mock interview, 2 people' },
      { summary: 'Mock interview, 1 person' },
      { summary: 'Mock interview, 1 person' },
    ]);
    const file = await readCalendarFile({ batchId, reader: { id: mentee.id, locale: 'fr' }, now });
    expect(file.ok && file.value.text).not.toContain('Fatou');
    // Who shares a session with the batch has no part in it.
    expect(await read(batchId, other.id)).toBe('not_found');
  });
});
