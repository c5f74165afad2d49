import { describe, expect, it } from 'vitest';
import { nearInBasket, toggled, withAdded } from './basket';

const hour = 3_600_000;

describe('nearInBasket', () => {
  it.each([
    [[10 * hour], 10.5 * hour, 10 * hour],
    [[10 * hour], 9.5 * hour, 10 * hour],
    [[10 * hour], 11 * hour, null],
    [[10 * hour], 10 * hour, null],
    [[], 10 * hour, null],
  ])('%j and %d', (basket, start, near) => {
    expect(nearInBasket(basket, start, hour)).toBe(near);
  });
});

describe('withAdded', () => {
  it('passes over what is too near to what was there before it', () => {
    expect(withAdded([10 * hour], [11.5 * hour, 9.5 * hour, 11 * hour], hour)).toEqual([
      10 * hour,
      11 * hour,
    ]);
  });

  it('stops at twenty', () => {
    const starts = Array.from({ length: 30 }, (_, index) => index * hour);
    expect(withAdded([40 * hour], starts, hour)).toEqual([...starts.slice(0, 19), 40 * hour]);
  });
});

describe('toggled', () => {
  it('puts in and takes out, in order', () => {
    expect(toggled([10 * hour], 8 * hour, hour)).toEqual([8 * hour, 10 * hour]);
    expect(toggled([8 * hour, 10 * hour], 8 * hour, hour)).toEqual([10 * hour]);
  });
});
