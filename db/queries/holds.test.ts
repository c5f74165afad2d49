import { describe, expect, it } from 'vitest';
import { hashToken } from '@/lib/auth/tokens';
import { book, mintHoldLink, readBooking, visitor } from '@/testing/bookings';
import { at, makeMentor, monday } from '@/testing/people';
import { db } from '../client';
import { getHoldByToken } from './holds';

describe('the hold behind a link', () => {
  it('is found by its token and left as it is', async () => {
    const { mentorId, variantId } = await makeMentor();
    const { bookingId } = await book({
      booker: visitor('look@hold.test'),
      mentorId,
      variantId,
      startsAt: at('2026-11-24T10:00'),
    });
    const token = await mintHoldLink(bookingId, { email: 'look@hold.test', now: monday });
    const before = await readBooking(bookingId);
    const found = await getHoldByToken(db, { tokenHash: hashToken(token) });
    expect(found).toMatchObject({
      bookingId,
      status: 'held',
      usedAt: null,
      guestName: 'Fatou Sow',
    });
    expect(found).toMatchObject({
      mentorHandle: { organization: 'public', slug: `mentor-${mentorId}` },
      variantId,
      menteeId: null,
    });
    expect(await readBooking(bookingId)).toEqual(before);
    expect((await getHoldByToken(db, { tokenHash: hashToken(token) }))?.usedAt).toBeNull();
  });

  it('is nothing without the token itself', async () => {
    expect(await getHoldByToken(db, { tokenHash: hashToken('x'.repeat(43)) })).toBeNull();
  });
});
