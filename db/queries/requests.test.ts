import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { listBookingsForMail } from '@/db/queries/booking-mails';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { completeBooking } from '@/lib/bookings/service/run-session';
import { book, makeBooked, readTrail, user } from '@/testing/bookings';
import { at, makeMentor, makeUser, monday, ten } from '@/testing/people';
import { countRequests, listRequests } from './requests';

const byHand = { mentor: { confirmation: 'manual' as const } };
const waitingFor = async (mentorId: string, now = monday) =>
  (await listRequests(db, { mentorId, now, most: 10 })).map(({ id }) => id);
const counted = (mentorId: string, now = monday, most = 10) =>
  countRequests(db, { mentorId, now, most });

it('lists what waits for a mentor, the first to lapse at the head, until its deadline', async () => {
  const { mentorId, variantId, menteeId, bookingId } = await makeBooked(byHand);
  const other = await makeUser();
  const wanted = { booker: user(other.id), mentorId, variantId };
  // Its own start is its deadline: sooner than two days from now.
  const sooner = await book({ ...wanted, startsAt: at('2026-11-24T09:00') });
  expect(await waitingFor(mentorId)).toEqual([sooner.bookingId, bookingId]);
  expect(await counted(mentorId)).toBe(2);
  expect(await counted(mentorId, monday, 1)).toBe(1);
  expect(await waitingFor(mentorId, at('2026-11-24T09:00'))).toEqual([bookingId]);
  expect(await counted(mentorId, ten)).toBe(0);
  for (const stranger of [menteeId, (await makeMentor()).mentorId]) {
    expect(await waitingFor(stranger)).toEqual([]);
    expect(await counted(stranger)).toBe(0);
  }
});

it('knows how often the mentee has been to this mentor', async () => {
  const { mentorId, variantId, menteeId, bookingId } = await makeBooked(byHand);
  await confirmBooking({ userId: mentorId, bookingId, now: monday });
  const over = at('2026-11-24T12:00');
  await completeBooking({ userId: mentorId, bookingId, now: over });
  const next = { booker: user(menteeId), mentorId, variantId, startsAt: at('2026-11-25T10:00') };
  await book({ ...next, now: over });
  expect(await listRequests(db, { mentorId, now: over, most: 10 })).toMatchObject([
    { heldBefore: 1 },
  ]);
});

it('lets a word go with a yes: into the trail, and into the mail', async () => {
  const { mentorId, bookingId } = await makeBooked(byHand);
  await confirmBooking({ userId: mentorId, bookingId, word: 'Bring your draft', now: monday });
  expect((await readTrail(bookingId)).at(-1)).toMatchObject({ reason: 'Bring your draft' });
  const ids = [bookingId];
  expect(await listBookingsForMail(db, { ids })).toMatchObject([
    { acceptedWord: 'Bring your draft' },
  ]);
  const silent = await makeBooked(byHand);
  await confirmBooking({ userId: silent.mentorId, bookingId: silent.bookingId, now: monday });
  expect(await listBookingsForMail(db, { ids: [silent.bookingId] })).toMatchObject([
    { acceptedWord: null },
  ]);
});
