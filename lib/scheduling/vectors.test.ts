import { describe, expect, test } from 'vitest';
import { computeSlots, type SlotInput } from './index';
import groups from './vectors/groups.json';
import slots from './vectors/slots.json';

interface Vector extends SlotInput {
  readonly name: string;
  readonly expected: readonly string[];
  readonly expectedSeats?: readonly number[];
}

const vectors: readonly Vector[] = [...slots, ...groups];

describe('conformance', () => {
  test.each(vectors)('$name', (vector) => {
    const found = computeSlots(vector);
    const seats = found.map((slot) => slot.seatsLeft);
    expect(found.map((slot) => slot.start)).toEqual(vector.expected);
    expect(seats).toEqual(vector.expectedSeats ?? seats);
    for (const { start, end } of found) {
      expect(Date.parse(end) - Date.parse(start)).toBe(vector.durationMinutes * 60_000);
    }
  });
});
