import { describe, expect, it } from 'vitest';
import {
  choiceQuery,
  weeksOfChoice,
  readChoice,
  readSlot,
  reviewAddress,
  slotCode,
  slotText,
  stepsAddress,
} from './booking-address';

const at = (iso: string) => Date.parse(iso);
const nothing = {
  link: null,
  service: null,
  variant: null,
  from: null,
  day: null,
  slot: null,
  slots: null,
  series: null,
  isOpen: false,
};

describe('readChoice', () => {
  it('reads what the links write', () => {
    const slot = at('2026-12-08T10:00Z');
    const written = choiceQuery({ variant: 'v1', from: '2026-12-07', day: '2026-12-08', slot });
    expect(written).toBe('?variant=v1&from=2026-12-07&day=2026-12-08&slot=2026-12-08T10:00Z');
    expect(readChoice(Object.fromEntries(new URLSearchParams(written)))).toEqual({
      ...nothing,
      variant: 'v1',
      from: '2026-12-07',
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
    [{ day: '2026-02-30', from: 'December' }],
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

describe('weeksOfChoice', () => {
  const slot = at('2026-12-31T23:30Z');
  it.each([
    [
      { ...nothing, from: '2027-02-01', day: '2026-12-08', slot },
      'UTC',
      '2027-02-01',
      '2026-12-08',
    ],
    [{ ...nothing, day: '2026-12-08', slot }, 'UTC', null, '2026-12-08'],
    [{ ...nothing, slot }, 'Africa/Dakar', null, '2026-12-31'],
    [{ ...nothing, slot }, 'Europe/Paris', null, '2027-01-01'],
    [{ ...nothing, slot }, 'Asia/Katmandu', null, '2027-01-01'],
    [nothing, 'UTC', null, null],
  ])('of %j in %s are those from %s, or of %s', (choice, timeZone, from, day) => {
    expect(weeksOfChoice(choice, timeZone)).toEqual({ from, day });
  });
});

it('has an address for the details of a slot', () => {
  expect(
    stepsAddress(
      { organization: 'public', slug: 'awa-diop', variantId: 'v1', link: null },
      at('2026-12-08T10:00Z'),
    ),
  ).toBe('/mentors/awa-diop/book?variant=v1&slot=2026-12-08T10:00Z');
});

it('keeps the link of a service that only those see who have it', () => {
  const linked = { organization: 'public', slug: 'awa', variantId: 'v1', link: 'secret' };
  const slot = at('2026-12-08T10:00Z');
  expect(stepsAddress(linked, slot)).toBe(
    '/mentors/awa/book?link=secret&variant=v1&slot=2026-12-08T10:00Z',
  );
  expect(reviewAddress(linked, [])).toBe('/mentors/awa/book/several?link=secret&variant=v1&slots=');
  expect(readChoice({ link: 'secret' })).toEqual({ ...nothing, link: 'secret' });
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
    expect(
      reviewAddress({ organization: 'public', slug: 'awa', variantId: 'v1', link: null }, slots),
    ).toBe(`/mentors/awa/book/several${written}`);
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
