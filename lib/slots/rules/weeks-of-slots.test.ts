import { describe, expect, it } from 'vitest';
import { fullDays, weeksOfSlots } from './weeks-of-slots';

const at = (iso: string) => Date.parse(iso);
const slots = (...starts: string[]) =>
  starts.map((start) => ({ start: at(start), end: at(start) + 3_600_000, seatsLeft: 1 }));

describe('weeks of slots', () => {
  // A Saturday: its week begins on 16 November, the five end with 20 December.
  const dakar = { now: at('2026-11-21T10:00Z'), horizonDays: 60, timeZone: 'Africa/Dakar' };
  const late = slots('2026-12-28T09:00Z', '2027-01-04T09:00Z');
  const weeks = (asked: { from?: string; day?: string } = {}) =>
    weeksOfSlots(late, { ...dakar, asked: { from: null, day: null, ...asked } });

  it('are this one and the four after it, whatever is available', () => {
    expect(weeks()).toMatchObject({ from: '2026-11-16', previous: null, nextFree: late[0]?.start });
  });

  it('stay where they are for a day that is among them, and go to any other', () => {
    expect(weeks({ day: '2026-12-20' }).from).toBe('2026-11-16');
    expect(weeks({ day: '2026-12-21' }).from).toBe('2026-12-21');
    expect(weeks({ from: '2026-12-16', day: '2026-11-21' }).from).toBe('2026-12-14');
  });

  it.each([
    ['2026-10-05', { previous: null, next: '2026-11-16', closed: 'past' }],
    ['2026-11-16', { previous: null, next: '2026-12-14', closed: null }],
    // An arrow never leads before this week.
    ['2026-12-07', { previous: '2026-11-16', next: '2027-01-04', closed: null }],
    // The horizon ends on 20 January.
    ['2026-12-14', { previous: '2026-11-16', next: '2027-01-11', closed: null }],
    ['2027-01-11', { previous: '2026-12-14', next: null, closed: null }],
    ['2027-06-07', { previous: '2027-01-18', next: null, closed: 'beyond' }],
  ])('from %s have the neighbours that can be booked', (from, shown) => {
    expect(weeks({ from })).toMatchObject({ from, ...shown });
  });

  it.each([
    ['2026-11-16', '2026-12-28T09:00Z'],
    ['2026-11-30', '2027-01-04T09:00Z'],
    // Nothing later is available: back to the first.
    ['2027-01-04', '2026-12-28T09:00Z'],
    ['2027-06-07', '2026-12-28T09:00Z'],
  ])('from %s the next available slot is %s', (from, next) => {
    expect(weeks({ from }).nextFree).toBe(at(next));
  });

  it('have the slots that fall into them in any zone, and no others', () => {
    const edge = slots(
      '2026-11-14T20:00Z',
      '2026-11-15T10:00Z',
      '2026-12-21T10:30Z',
      '2026-12-23T00:00Z',
    );
    for (const timeZone of ['Pacific/Kiritimati', 'Africa/Dakar', 'Pacific/Pago_Pago']) {
      const asked = { from: '2026-11-16', day: null };
      const { starts } = weeksOfSlots(edge, { ...dakar, timeZone, asked });
      expect(starts).toContain(at('2026-11-15T10:00Z'));
      expect(starts).toContain(at('2026-12-21T10:30Z'));
      expect(starts).not.toContain(at('2026-12-23T00:00Z'));
    }
  });

  it('begin with the local day, also across a clock change', () => {
    const now = at('2026-10-20T10:00Z');
    const around = slots('2026-11-22T22:30Z', '2026-11-22T23:30Z');
    const asked = { from: null, day: null };
    // In Paris 23:30 in UTC is the next day, a Monday.
    const paris = { ...dakar, now, timeZone: 'Europe/Paris', asked };
    expect(weeksOfSlots(around, paris).nextFree).toBe(at('2026-11-22T23:30Z'));
    expect(weeksOfSlots(around, { ...dakar, now, asked }).nextFree).toBeNull();
  });
});

it('a day is full that has slots when nothing is taken, and none as it is', () => {
  const untaken = slots('2026-11-17T09:00Z', '2026-11-17T10:00Z', '2026-11-18T09:00Z');
  const shown = { from: '2026-11-16', starts: [at('2026-11-18T09:00Z')] };
  expect(fullDays(shown, untaken, 'UTC')).toEqual(['2026-11-17']);
  expect(fullDays({ ...shown, starts: [] }, slots('2026-12-21T09:00Z'), 'UTC')).toEqual([]);
});
