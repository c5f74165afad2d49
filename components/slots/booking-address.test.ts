import { describe, expect, it } from 'vitest';
import {
  choiceQuery,
  monthOfChoice,
  readChoice,
  readSlot,
  reviewAddress,
  slotCode,
  slotText,
  stepsAddress,
} from './booking-address';

const at = (iso: string) => Date.parse(iso);
const nothing = {
  service: null,
  variant: null,
  month: null,
  day: null,
  slot: null,
  slots: null,
  series: null,
  isOpen: false,
};

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

describe('a basket in an address', () => {
  const slots = [at('2026-12-08T10:00Z'), at('2026-12-09T08:30Z')];
  const [first = 0] = slots;

  it('is read as it is written, and empty as well', () => {
    const written = choiceQuery({ variant: 'v1', slots });
    expect(written).toBe(`?variant=v1&slots=${slots.map(slotCode).join('.')}`);
    expect(readChoice(Object.fromEntries(new URLSearchParams(written))).slots).toEqual(slots);
    expect(choiceQuery({ slots: [] })).toBe('?slots=');
    expect(readChoice({ slots: '' }).slots).toEqual([]);
    expect(readChoice({}).slots).toBeNull();
    expect(reviewAddress({ slug: 'awa', variantId: 'v1' }, slots)).toBe(
      `/mentors/awa/book/several${written}`,
    );
  });

  it('is put in order, each start once, and stops at twenty', () => {
    const many = Array.from({ length: 30 }, (_, index) => slotCode(first + index * 3_600_000));
    expect(readChoice({ slots: many.toReversed().join('.') }).slots).toHaveLength(20);
    expect(readChoice({ slots: [slotCode(first), ...many.slice(0, 2)] }).slots).toEqual([
      first,
      first + 3_600_000,
    ]);
  });

  it.each(['x', '00000', 'zzzzzzz', '-1abc', '2026-12-08T10:00Z', 'ABCDE'])(
    'passes over %s',
    (code) => {
      expect(readChoice({ slots: `${code}.${slotCode(first)}` }).slots).toEqual([first]);
    },
  );

  it('repeats one of its times', () => {
    const series = { first, everyWeeks: 2, count: 5 } as const;
    const written = choiceQuery({ slots, series });
    expect(readChoice(Object.fromEntries(new URLSearchParams(written))).series).toEqual(series);
  });

  it.each([
    { repeat: slotCode(first), every: '3', times: '5' },
    { repeat: slotCode(first), every: '1', times: '1' },
    { repeat: slotCode(first), every: '1', times: '21' },
    { repeat: slotCode(first), every: '1', times: '2.5' },
    { repeat: 'never!', every: '1', times: '2' },
    { every: '1', times: '2' },
  ])('does not repeat for %j', (query) => {
    expect(readChoice(query).series).toBeNull();
  });
});
