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
    expect(found.map((slot) => slot.start)).toEqual(vector.expected);
    if (vector.expectedSeats !== undefined) {
      expect(found.map((slot) => slot.seatsLeft)).toEqual(vector.expectedSeats);
    }
    for (const { start, end } of found) {
      expect(Date.parse(end) - Date.parse(start)).toBe(vector.durationMinutes * 60_000);
    }
  });
});
