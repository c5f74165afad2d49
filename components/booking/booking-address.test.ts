import { describe, expect, it } from 'vitest';
import {
  choiceQuery,
  monthOfChoice,
  readChoice,
  readSlot,
  slotText,
  stepsAddress,
} from './booking-address';

const at = (iso: string) => Date.parse(iso);
const nothing = { service: null, variant: null, month: null, day: null, slot: null };

describe('readChoice', () => {
  it('reads what the links write', () => {
    const slot = at('2026-12-08T10:00Z');
    const written = choiceQuery({ variant: 'v1', month: '2026-12', day: '2026-12-08', slot });
    expect(written).toBe('?variant=v1&month=2026-12&day=2026-12-08&slot=2026-12-08T10:00Z');
    expect(readChoice(Object.fromEntries(new URLSearchParams(written)))).toEqual({
      ...nothing,
      variant: 'v1',
      month: '2026-12',
      day: '2026-12-08',
      slot,
    });
  });

  it.each([
    [{ slot: '2026-12-08' }],
    [{ slot: '2026-12-08T10:00' }],
    [{ slot: '2026-12-08T10:00:30Z' }],
    [{ slot: '2026-12-08T10:00+01:00' }],
    [{ slot: '2026-99-08T10:00Z' }],
    [{ day: '2026-02-30', month: 'December' }],
    [{ variant: ['a', 'b'] }],
    [{ variant: 'x'.repeat(1000) }],
    [{ unknown: '1' }],
  ])('takes %j for nothing', (query) => {
    expect(readChoice(query)).toEqual(nothing);
  });

  it('writes an instant to the minute and reads every form of it', () => {
    const slot = at('2026-12-08T10:00:00.000Z');
    expect(slotText(slot)).toBe('2026-12-08T10:00Z');
    for (const text of ['2026-12-08T10:00Z', '2026-12-08T10:00:00Z', '2026-12-08T10:00:00.000Z']) {
      expect(readSlot(text)).toBe(slot);
    }
  });
});

describe('monthOfChoice', () => {
  const slot = at('2026-12-31T23:30Z');
  it.each([
    [{ ...nothing, month: '2027-02', day: '2026-12-08', slot }, 'UTC', '2027-02'],
    [{ ...nothing, day: '2026-12-08', slot }, 'UTC', '2026-12'],
    [{ ...nothing, slot }, 'Africa/Dakar', '2026-12'],
    [{ ...nothing, slot }, 'Europe/Paris', '2027-01'],
    [{ ...nothing, slot }, 'Asia/Katmandu', '2027-01'],
    [nothing, 'UTC', null],
  ])('of %j in %s is %s', (choice, timeZone, month) => {
    expect(monthOfChoice(choice, timeZone)).toBe(month);
  });
});

it('has an address for the details of a slot', () => {
  expect(stepsAddress({ slug: 'awa-diop', variantId: 'v1' }, at('2026-12-08T10:00Z'))).toBe(
    '/mentors/awa-diop/book?variant=v1&slot=2026-12-08T10:00Z',
  );
});
