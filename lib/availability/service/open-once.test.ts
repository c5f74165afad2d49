import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { listOverrides } from '@/db/queries/availability';
import { orderSlots } from '@/lib/orders/service/order-slots';
import { order, user } from '@/testing/bookings';
import { at, makeMentor, makeUser, monday, type MentorSettings } from '@/testing/people';
import { openOnce } from './open-once';
import { saveOverrides } from './save-overrides';

const tuesday = '2026-11-24';
const wednesday = '2026-11-25';
const base = { capacity: 1, now: monday };

async function opener(settings: MentorSettings = {}) {
  const mentor = await makeMentor(settings);
  const userId = mentor.mentorId;
  return {
    ...mentor,
    open: (from: string, to: string, capacity = 1) =>
      openOnce({ ...base, userId, from, to, capacity }),
    saved: () => listOverrides(db, { mentorId: userId, from: '2026-01-01' }),
  };
}

describe('a one-off window', () => {
  it('is an override of the hours that were and the span, and can be booked', async () => {
    const { open, saved, mentorId, variantId } = await opener();
    const mentee = await makeUser();
    const startsAt = at(`${tuesday}T20:00`);
    const wanted = order({ booker: user(mentee.id), mentorId, variantId, startsAt });
    expect(await orderSlots(wanted)).toMatchObject({ reason: 'not_offered' });

    const result = await open(`${tuesday}T20:00`, `${tuesday}T21:00`);
    const hours = [
      { start: '09:00', end: '17:00', capacity: null },
      { start: '20:00', end: '21:00', capacity: 1 },
    ];
    expect(result).toMatchObject({ ok: true, value: { dates: [{ date: tuesday, hours }] } });
    expect(await saved()).toEqual([{ date: tuesday, ranges: hours, note: '' }]);
    expect(await orderSlots(wanted)).toMatchObject({ ok: true });
  });

  it('adds to an override that the date has, and keeps its note', async () => {
    const { open, saved, mentorId: userId } = await opener();
    const change = {
      kind: 'hours' as const,
      ranges: [{ start: '10:00', end: '11:00', capacity: 1 }],
    };
    await saveOverrides({ userId, dates: [tuesday], change, note: 'Fair', now: monday });
    await open(`${tuesday}T10:30`, `${tuesday}T12:00`);
    await open(`${tuesday}T14:00`, `${tuesday}T15:00`);
    expect(await saved()).toEqual([
      {
        date: tuesday,
        ranges: [
          { start: '10:00', end: '12:00', capacity: 1 },
          { start: '14:00', end: '15:00', capacity: 1 },
        ],
        note: 'Fair',
      },
    ]);
  });

  it('opens a closed date', async () => {
    const { open, saved } = await opener({ closedOn: [tuesday] });
    await open(`${tuesday}T10:00`, `${tuesday}T11:00`);
    expect(await saved()).toMatchObject([
      { date: tuesday, ranges: [{ start: '10:00', end: '11:00' }] },
    ]);
  });

  it('over midnight changes two dates', async () => {
    const { open, saved } = await opener({ windows: [] });
    await open(`${tuesday}T23:00`, `${wednesday}T01:00`, 3);
    expect(await saved()).toEqual([
      { date: tuesday, ranges: [{ start: '23:00', end: '24:00', capacity: 3 }], note: '' },
      { date: wednesday, ranges: [{ start: '00:00', end: '01:00', capacity: 3 }], note: '' },
    ]);
  });

  it('keeps wall times on a date whose clock changes', async () => {
    const { open, saved } = await opener({ mentor: { timeZone: 'Europe/Paris' } });
    await open('2027-03-28T01:00', '2027-03-28T04:00');
    expect(await saved()).toMatchObject([
      {
        date: '2027-03-28',
        ranges: [
          { start: '01:00', end: '04:00' },
          { start: '09:00', end: '17:00' },
        ],
      },
    ]);
  });

  it.each([
    ['2026-11-31T10:00', `${tuesday}T11:00`, 'not_a_time'],
    [`${tuesday}T25:00`, `${wednesday}T01:00`, 'not_a_time'],
    [`${tuesday}T20:00`, `${tuesday}T20:00`, 'end_before_start'],
    [`${tuesday}T20:00`, `${wednesday}T20:30`, 'over_a_day'],
    ['2026-11-23T07:00', '2026-11-23T08:00', 'over'],
    [`${tuesday}T10:00`, `${tuesday}T11:00`, 'already_open'],
  ])('from %s to %s is refused: %s', async (from, to, reason) => {
    const { open, saved } = await opener();
    expect(await open(from, to)).toMatchObject({ ok: false, reason });
    expect(await saved()).toEqual([]);
  });

  it('two at once both count', async () => {
    const { open, saved } = await opener({ windows: [] });
    await Promise.all([
      open(`${tuesday}T10:00`, `${tuesday}T11:00`),
      open(`${tuesday}T14:00`, `${tuesday}T15:00`),
    ]);
    expect(await saved()).toMatchObject([
      {
        ranges: [
          { start: '10:00', end: '11:00' },
          { start: '14:00', end: '15:00' },
        ],
      },
    ]);
  });

  it('is for mentors only', async () => {
    const { id: userId } = await makeUser();
    const span = { from: `${tuesday}T20:00`, to: `${tuesday}T21:00` };
    expect(await openOnce({ ...base, ...span, userId })).toMatchObject({ reason: 'not_a_mentor' });
  });
});
