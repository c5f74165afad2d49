import { describe, expect, it } from 'vitest';
import { monthOfSlots } from './month-of-slots';

const at = (iso: string) => Date.parse(iso);

describe('a month of slots', () => {
  const dakar = { now: at('2026-11-21T10:00Z'), horizonDays: 60, timeZone: 'Africa/Dakar' };
  const slots = (...starts: string[]) =>
    starts.map((start) => ({ start: at(start), end: at(start) + 3_600_000, seatsLeft: 1 }));
  const late = slots('2026-12-28T09:00Z', '2027-01-04T09:00Z');

  it('is the first with something free, where none is asked for', () => {
    expect(monthOfSlots(late, { ...dakar, asked: null }).month).toBe('2026-12');
    expect(monthOfSlots([], { ...dakar, asked: null })).toMatchObject({
      month: '2026-11',
      starts: [],
      nextFree: null,
    });
  });

  it.each([
    ['2026-10', { previous: null, next: '2026-11', closed: 'past' }],
    ['2026-11', { previous: null, next: '2026-12', closed: null }],
    ['2026-12', { previous: '2026-11', next: '2027-01', closed: null }],
    // The horizon ends on 20 January.
    ['2027-01', { previous: '2026-12', next: null, closed: null }],
    ['2027-06', { previous: '2027-01', next: null, closed: 'beyond' }],
  ])('%s has the neighbours that can be booked', (month, shown) => {
    expect(monthOfSlots(late, { ...dakar, asked: month })).toMatchObject(shown);
  });

  it.each([
    ['2026-11', '2026-12-28T09:00Z'],
    ['2026-12', '2027-01-04T09:00Z'],
    // Nothing later is free: back to the first.
    ['2027-01', '2026-12-28T09:00Z'],
    ['2027-06', '2026-12-28T09:00Z'],
  ])('from %s the next free slot is %s', (month, next) => {
    expect(monthOfSlots(late, { ...dakar, asked: month }).nextFree).toBe(at(next));
  });

  it('has the slots that fall into the month in any zone, and no others', () => {
    const edge = slots(
      '2026-10-30T20:00Z',
      '2026-10-31T10:00Z',
      '2026-12-01T10:30Z',
      '2026-12-03T00:00Z',
    );
    for (const timeZone of ['Pacific/Kiritimati', 'Africa/Dakar', 'Pacific/Pago_Pago']) {
      const { starts } = monthOfSlots(edge, { ...dakar, timeZone, asked: '2026-11' });
      expect(starts).toContain(at('2026-10-31T10:00Z'));
      expect(starts).toContain(at('2026-12-01T10:30Z'));
      expect(starts).not.toContain(at('2026-12-03T00:00Z'));
    }
  });

  it('begins with the local month, also where that has a clock change', () => {
    const around = slots('2026-10-31T22:30Z', '2026-11-30T22:30Z', '2026-11-30T23:30Z');
    // In Paris 23:30 in UTC is the next day; the next free slot after November is December's.
    const paris = monthOfSlots(around, { ...dakar, timeZone: 'Europe/Paris', asked: '2026-11' });
    expect(paris.nextFree).toBe(at('2026-11-30T23:30Z'));
    expect(monthOfSlots(around, { ...dakar, asked: '2026-11' }).nextFree).toBe(
      at('2026-10-31T22:30Z'),
    );
  });
});
