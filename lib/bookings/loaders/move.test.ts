import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { getViewerRow } from '@/db/queries/users';
import { sealManageLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import { book, user, makeBooked } from '@/testing/bookings';
import { makeUser, type MentorSettings } from '@/testing/people';
import { moveBooking } from '../service/move-booking';
import { checkIn } from '../service/run-session';
import { loadManagedMoveChoice, loadMoveChoice } from './move';
import { loadBooking, loadManagedBooking } from './my-bookings';

// Who is looking comes from a request, and there is none here; all else is what pages get.
vi.mock('server-only', () => ({}));
vi.mock('next/server', () => ({ connection: async () => undefined }));
const looking = vi.hoisted(() => ({ userId: '' }));
vi.mock('@/lib/auth/session', () => ({
  getViewer: async () => (looking.userId === '' ? null : getViewerRow(db, looking)),
  getViewerTimeZone: async () => null,
  getPageTimeZone: async () => 'UTC',
}));

// Loaders look at the clock, so this is about the days ahead.
const now = Temporal.Now.instant();
const noon = (days: number) =>
  now.toZonedDateTimeISO('UTC').startOfDay().add({ days, hours: 12 }).toInstant();
const shown = { asked: { from: null, day: null }, timeZone: 'UTC' };

beforeEach(() => {
  looking.userId = '';
});

const booked = (settings: MentorSettings = {}, startsAt = noon(3)) =>
  makeBooked({
    ...settings,
    mentee: { name: 'Awa Diop' },
    startsAt,
    now: startsAt.subtract({ hours: 100 }),
  });

async function timesFor(userId: string, bookingId: string) {
  looking.userId = userId;
  const choice = await loadMoveChoice(bookingId, {
    ...shown,
    asked: { from: null, day: noon(3).toString().slice(0, 10) },
  });
  if (choice?.kind !== 'times' || !choice.weeks) throw new Error('no times');
  return choice.weeks.starts;
}

async function movingOf(userId: string, bookingId: string) {
  looking.userId = userId;
  const found = await loadBooking(bookingId);
  return found.status === 'found' ? found.booking.moving : null;
}

const running = async (userId: string, bookingId: string) => {
  looking.userId = userId;
  const found = await loadBooking(bookingId);
  return found.status === 'found' ? found.booking.running : null;
};

const linkTo = (personId: string, bookingId: string, expiresAt = noon(3).epochMilliseconds) =>
  sealManageLink({ bookingId, personId, sequence: 0, expiresAt }, env.authSecrets[0]);

describe('what a mentee may move to', () => {
  it('is what the service takes: beside their own session, not where it is', async () => {
    const { menteeId, bookingId } = await booked({ mentor: { stepMinutes: 30 } });
    const starts = await timesFor(menteeId, bookingId);
    // Half an hour on meets the session itself, which goes along.
    const half = noon(3).add({ minutes: 30 });
    expect(starts).toContain(half.epochMilliseconds);
    expect(starts).not.toContain(noon(3).epochMilliseconds);
    const moved = await moveBooking({ userId: menteeId, bookingId, startsAt: half, now });
    expect(moved).toMatchObject({ ok: true });
  });

  it('leaves the session of a group where it is for the others', async () => {
    const { menteeId, bookingId, wanted } = await booked({
      service: { capacity: 3 },
      mentor: { stepMinutes: 30 },
    });
    await book({ ...wanted, booker: user((await makeUser()).id) });
    const starts = await timesFor(menteeId, bookingId);
    expect(starts).not.toContain(noon(3).add({ minutes: 30 }).epochMilliseconds);
    expect(starts).toContain(noon(3).add({ minutes: 60 }).epochMilliseconds);
  });

  it('is nothing while the mentor takes no bookings', async () => {
    const { menteeId, bookingId } = await booked();
    const { mentors } = await import('@/db/schema/mentors');
    await db.update(mentors).set({ takingBookings: false });
    looking.userId = menteeId;
    expect(await loadMoveChoice(bookingId, shown)).toEqual({ kind: 'times', weeks: null });
    await db.update(mentors).set({ takingBookings: true });
  });
});

it('a mentor sees who moves along, and nobody else is', async () => {
  const { mentorId, bookingId, wanted } = await booked({ service: { capacity: 3 } });
  await book({ ...wanted, booker: user((await makeUser({ name: 'Kofi Mensah' })).id) });
  looking.userId = mentorId;
  expect(await loadMoveChoice(bookingId, shown)).toEqual({
    kind: 'wall_time',
    menteeNames: ['Awa Diop', 'Kofi Mensah'],
  });
  looking.userId = (await makeUser()).id;
  expect(await loadMoveChoice(bookingId, shown)).toBeNull();
  expect(await loadBooking(bookingId)).toEqual({ status: 'missing' });
  looking.userId = '';
  expect(await loadBooking(bookingId)).toEqual({ status: 'signed_out' });
});

describe('whether it may be moved', () => {
  it('sees the deadline, also when that has passed', async () => {
    const early = await booked({ mentor: { moveNoticeMinutes: 24 * 60 } });
    expect(await movingOf(early.menteeId, early.bookingId)).toEqual({
      mayMove: true,
      until: noon(2).epochMilliseconds,
    });
    const late = await booked({ mentor: { moveNoticeMinutes: 4 * 24 * 60 } }, noon(3));
    expect(await movingOf(late.menteeId, late.bookingId)).toMatchObject({
      mayMove: false,
      until: expect.any(Number),
    });
    expect(await movingOf(late.mentorId, late.bookingId)).toEqual({ mayMove: true, until: null });
  });
});

describe('running', () => {
  it('says from when each side can come in', async () => {
    const { menteeId, mentorId, bookingId } = await booked();
    const possibleAt = noon(3).subtract({ minutes: 10 }).epochMilliseconds;
    expect(await running(menteeId, bookingId)).toEqual({
      steps: [{ step: 'check_in', possibleAt }],
      keptCredits: 0,
      viewerHereAt: null,
      otherHereAt: null,
      opensAt: possibleAt,
    });
    const atMentors = await running(mentorId, bookingId);
    expect(atMentors?.steps.map(({ step }) => step)).toEqual(['check_in', 'start']);
  });

  it('shows each side whether the other is there', async () => {
    const startsAt = now.round({ smallestUnit: 'hour', roundingMode: 'floor' });
    const open = [{ startTime: '00:00', endTime: '24:00' }];
    const { menteeId, mentorId, bookingId } = await booked({ windows: open }, startsAt);
    await checkIn({ userId: menteeId, bookingId, now });
    const at = now.epochMilliseconds;
    expect(await running(menteeId, bookingId)).toMatchObject({
      viewerHereAt: at,
      otherHereAt: null,
    });
    expect(await running(mentorId, bookingId)).toMatchObject({
      viewerHereAt: null,
      otherHereAt: at,
    });
  });
});

describe('the page behind a mailed link', () => {
  it('shows the booking as to the person it was sent to, with nobody signed in', async () => {
    const { menteeId, bookingId } = await booked();
    const found = await loadManagedBooking(linkTo(menteeId, bookingId));
    expect(found).toMatchObject({
      status: 'found',
      isCurrent: true,
      booking: { id: bookingId, role: 'mentee', moving: { mayMove: true } },
    });
    expect(await loadManagedMoveChoice(linkTo(menteeId, bookingId), shown)).toMatchObject({
      kind: 'times',
    });
  });

  it('says that it was overtaken, and what the booking is now', async () => {
    const { menteeId, mentorId, bookingId } = await booked();
    await moveBooking({ userId: mentorId, bookingId, startsAt: noon(4), now });
    expect(await loadManagedBooking(linkTo(menteeId, bookingId))).toMatchObject({
      status: 'found',
      isCurrent: false,
      booking: { startsAt: noon(4).epochMilliseconds },
    });
  });

  it('shows nothing once it has expired, to strangers, or when it is not ours', async () => {
    const { menteeId, bookingId } = await booked();
    const expired = linkTo(menteeId, bookingId, now.epochMilliseconds - 1000);
    expect(await loadManagedBooking(expired)).toEqual({ status: 'expired' });
    const stranger = await makeUser();
    expect(await loadManagedBooking(linkTo(stranger.id, bookingId))).toEqual({ status: 'unknown' });
    expect(await loadManagedBooking('A'.repeat(97))).toEqual({ status: 'unknown' });
    expect(await loadManagedMoveChoice('A'.repeat(97), shown)).toBeNull();
  });
});
