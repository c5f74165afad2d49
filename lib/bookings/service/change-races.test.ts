import { afterEach, describe, expect, it } from 'vitest';
import { book, countCollisions, readBooking, readTrail, user } from '@/testing/bookings';
import { expectLedgerAddsUp, makePaidMentor } from '@/testing/ledger';
import { at, makeUser, type MentorSettings, monday } from '@/testing/people';
import { confirmBooking } from './answer-request';
import { cancelBookings } from './cancel-bookings';
import { moveBooking } from './move-booking';
import { checkIn, completeBooking, markNoShow, startSession } from './run-session';

/** Each race is run on several days, since which of the two comes first is chance. */
const days = [24, 25, 26, 27, 28, 29];
const hour = (day: number, time: string) => at(`2026-11-${day}T${time}`);
const later = monday.add({ hours: 1 });

afterEach(expectLedgerAddsUp);

async function booked(
  mentor: Awaited<ReturnType<typeof makePaidMentor>>,
  day: number,
  time = '10:00',
) {
  const { mentorId, variantId } = mentor;
  const mentee = await makeUser();
  const startsAt = hour(day, time);
  const { bookingId } = await book({ booker: user(mentee.id), mentorId, variantId, startsAt });
  return { mentorId, menteeId: mentee.id, bookingId, startsAt };
}

const anyNotice: MentorSettings = { mentor: { moveNoticeMinutes: 0, cancelNoticeMinutes: 0 } };

describe('two who change a booking at once', () => {
  it('confirm against cancel: what is left is cancelled, and the trail is in one order', async () => {
    const mentor = await makePaidMentor({ mentor: { confirmation: 'manual' } });
    for (const day of days) {
      const { mentorId, menteeId, bookingId } = await booked(mentor, day);
      const [confirmed, cancelled] = await Promise.all([
        confirmBooking({ userId: mentorId, bookingId, now: later }),
        cancelBookings({ userId: menteeId, bookingId, reason: 'Ill', now: later }),
      ]);
      expect(cancelled).toMatchObject({ ok: true });
      expect(await readBooking(bookingId)).toMatchObject({ status: 'cancelled', sequence: 1 });
      const trail = (await readTrail(bookingId)).map(({ toStatus }) => toStatus).join(' ');
      // A confirmed booking can still be cancelled, a cancelled one not confirmed.
      expect(trail).toBe(confirmed.ok ? 'pending confirmed cancelled' : 'pending cancelled');
      expect(confirmed.ok || confirmed.reason === 'not_allowed').toBe(true);
    }
  });

  it('two moves to one slot: one has it, the other keeps its time and is offered others', async () => {
    const mentor = await makePaidMentor(anyNotice);
    for (const day of days) {
      const [one, other] = [await booked(mentor, day), await booked(mentor, day, '11:00')];
      const startsAt = hour(day, '15:00');
      const results = await Promise.all(
        [one, other].map(({ menteeId, bookingId }) =>
          moveBooking({ userId: menteeId, bookingId, startsAt, now: later }),
        ),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const lost = results.find((result) => !result.ok);
      expect(lost).toMatchObject({ reason: 'slot_taken' });
      expect(lost && 'alternatives' in lost && lost.alternatives).toHaveLength(3);
      const loser = results[0]?.ok ? other : one;
      const kept = await readBooking(loser.bookingId);
      expect([kept.period.start.toString(), kept.sequence]).toEqual([loser.startsAt.toString(), 0]);
    }
    expect(await countCollisions()).toBe(0);
  });

  it('two mentees who swap times: nobody is in the other’s way twice', async () => {
    const mentor = await makePaidMentor(anyNotice);
    for (const day of days) {
      const [one, other] = [await booked(mentor, day), await booked(mentor, day, '11:00')];
      const swap = [
        { userId: one.menteeId, bookingId: one.bookingId, startsAt: other.startsAt },
        { userId: other.menteeId, bookingId: other.bookingId, startsAt: one.startsAt },
      ];
      const results = await Promise.all(swap.map((move) => moveBooking({ ...move, now: later })));
      // Neither time is free while the other stands in it.
      expect(results).toMatchObject([{ reason: 'slot_taken' }, { reason: 'slot_taken' }]);
    }
    expect(await countCollisions()).toBe(0);
  });

  it('mentor and mentee: the trail and the sequence tell every move that was made, in order', async () => {
    const mentor = await makePaidMentor(anyNotice);
    for (const day of days) {
      const { mentorId, menteeId, bookingId } = await booked(mentor, day);
      const results = await Promise.all([
        moveBooking({ userId: mentorId, bookingId, startsAt: hour(day, '19:00'), now: later }),
        moveBooking({ userId: menteeId, bookingId, startsAt: hour(day, '14:00'), now: later }),
      ]);
      const made = results.filter(({ ok }) => ok).length;
      expect(made).toBeGreaterThan(0);
      const { sequence, period, status } = await readBooking(bookingId);
      expect([sequence, status]).toEqual([made, 'confirmed']);
      const moves = (await readTrail(bookingId)).slice(1);
      expect(moves).toHaveLength(made);
      expect(moves.at(-1)?.movedToAt?.toString()).toBe(period.start.toString());
      // Each began where the one before had ended.
      for (const [place, move] of moves.entries()) {
        const before = place === 0 ? hour(day, '10:00') : moves[place - 1]?.movedToAt;
        expect(move.movedFromAt?.toString()).toBe(before?.toString());
      }
    }
    expect(await countCollisions()).toBe(0);
  });

  it('a move against a cancellation: cancelled either way, and never moved after', async () => {
    const mentor = await makePaidMentor(anyNotice);
    for (const day of days) {
      const { mentorId, menteeId, bookingId } = await booked(mentor, day);
      const [moved, cancelled] = await Promise.all([
        moveBooking({ userId: menteeId, bookingId, startsAt: hour(day, '14:00'), now: later }),
        cancelBookings({ userId: mentorId, bookingId, reason: 'Away', now: later }),
      ]);
      expect(cancelled).toMatchObject({ ok: true });
      expect(moved.ok || moved.reason === 'not_allowed').toBe(true);
      expect(await readBooking(bookingId)).toMatchObject({
        status: 'cancelled',
        sequence: moved.ok ? 2 : 1,
      });
    }
  });

  it('start against cancel: one of the two, and the other hears so', async () => {
    const mentor = await makePaidMentor(anyNotice);
    for (const day of days) {
      const { mentorId, menteeId, bookingId, startsAt } = await booked(mentor, day);
      const now = startsAt.subtract({ minutes: 5 });
      const [started, cancelled] = await Promise.all([
        startSession({ userId: mentorId, bookingId, now }),
        cancelBookings({ userId: menteeId, bookingId, reason: 'Ill', now }),
      ]);
      expect([started.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
      expect(started.ok ? cancelled : started).toMatchObject({ reason: 'not_allowed' });
      expect(await readBooking(bookingId)).toMatchObject({
        status: started.ok ? 'in_progress' : 'cancelled',
      });
      expect(await readTrail(bookingId)).toHaveLength(2);
    }
  });

  it('both come in at once: the session is under way, once', async () => {
    const mentor = await makePaidMentor();
    for (const day of days) {
      const { mentorId, menteeId, bookingId, startsAt } = await booked(mentor, day);
      const results = await Promise.all(
        [mentorId, menteeId].map((userId) => checkIn({ userId, bookingId, now: startsAt })),
      );
      expect(results).toMatchObject([{ ok: true }, { ok: true }]);
      expect(await readBooking(bookingId)).toMatchObject({ status: 'in_progress' });
      expect(await readTrail(bookingId)).toHaveLength(2);
    }
  });

  it('“they did not come” against “I am here”: never a no-show of somebody who is there', async () => {
    const mentor = await makePaidMentor();
    for (const day of days) {
      const { mentorId, menteeId, bookingId, startsAt } = await booked(mentor, day);
      const now = startsAt.add({ minutes: 10 });
      const [accused, here] = await Promise.all([
        markNoShow({ userId: mentorId, bookingId, accused: 'mentee', now }),
        checkIn({ userId: menteeId, bookingId, now }),
      ]);
      const { status, menteeCheckedInAt } = await readBooking(bookingId);
      expect([accused.ok, here.ok].filter(Boolean)).toHaveLength(1);
      expect(status).toBe(accused.ok ? 'no_show' : 'confirmed');
      expect(menteeCheckedInAt === null).toBe(accused.ok);
    }
  });

  it('two tabs that close one session: it is closed once', async () => {
    const mentor = await makePaidMentor();
    const { mentorId, bookingId, startsAt } = await booked(mentor, 24);
    const now = startsAt.add({ hours: 2 });
    const results = await Promise.all(
      Array.from({ length: 5 }, () => completeBooking({ userId: mentorId, bookingId, now })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readTrail(bookingId)).toHaveLength(2);
  });
});
