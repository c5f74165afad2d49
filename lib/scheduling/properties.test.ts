import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { examples } from '@/testing/examples';
import { computeSlotInstants, computeSlots, type SlotInput } from './index';
import { busyNear, movedRange, slotInput } from './testing/arbitraries';
import { computeSlotsPlainly, openTimePlainly } from './testing/reference';

const { FAST_CHECK_SEED } = process.env;
/** Another one each day; a failure prints it, and FAST_CHECK_SEED repeats it. */
const seed = Number(FAST_CHECK_SEED ?? Math.floor(Date.now() / 86_400_000));
const settings = { seed, numRuns: examples(100) };
/** What asks the plain implementation takes ten times as long. */
const slowSettings = { seed, numRuns: examples(40) };

const MINUTE = 60_000;

// Seconds on an idle machine; a busy one, or a long run on purpose, is no failure.
vi.setConfig({ testTimeout: 600_000 });

function bounds({ start, end }: { start: string; end: string }) {
  return { start: Date.parse(start), end: Date.parse(end) };
}

function toInstants(input: SlotInput) {
  return {
    ...input,
    now: Date.parse(input.now),
    busy: input.busy.map(bounds),
    closed: input.closed?.map(bounds),
    joinable: input.joinable?.map((session) => ({ ...session, ...bounds(session) })),
    range: { from: Date.parse(input.range.from), to: Date.parse(input.range.to) },
  };
}

describe(`properties (fast-check seed ${seed})`, () => {
  test('the slots are those of the plain implementation', () => {
    fc.assert(
      fc.property(slotInput, (input) => {
        expect(computeSlots(input)).toEqual(computeSlotsPlainly(input));
      }),
      slowSettings,
    );
  });

  // Agreeing that nothing is free would prove little.
  test('the examples have slots, and sessions to join', () => {
    let found = 0;
    let joined = 0;
    const examined = fc.sample(slotInput, { seed, numRuns: 2000 });
    for (const input of examined) {
      const slots = computeSlots(input);
      const sessions = (input.joinable ?? []).map((session) => Date.parse(session.start));
      found += slots.length;
      joined += slots.filter(({ start }) => sessions.includes(Date.parse(start))).length;
    }
    expect(found).toBeGreaterThan(examined.length);
    expect(joined).toBeGreaterThan(examined.length / 100);
  });

  test('no slot overlaps a busy interval, its buffers included', () => {
    fc.assert(
      fc.property(slotInput, (input) => {
        const busy = input.busy.map(bounds).filter(({ start, end }) => start < end);
        for (const { start, end } of computeSlots(input).map(bounds)) {
          const occupiedFrom = start - input.bufferBeforeMinutes * MINUTE;
          const occupiedUntil = end + input.bufferAfterMinutes * MINUTE;
          const met = busy.filter((one) => one.start < occupiedUntil && occupiedFrom < one.end);
          expect(met).toEqual([]);
        }
      }),
      settings,
    );
  });

  test('every slot lies inside the windows, in the range, and keeps the notice', () => {
    fc.assert(
      fc.property(slotInput, (input) => {
        const open = openTimePlainly(input).map(bounds);
        const notBefore = Date.parse(input.now) + input.minimumNoticeMinutes * MINUTE;
        for (const { start, end } of computeSlots(input).map(bounds)) {
          expect(open.some((span) => span.start <= start && end <= span.end)).toBe(true);
          expect(end - start).toBe(input.durationMinutes * MINUTE);
          expect(start).toBeGreaterThanOrEqual(Math.max(Date.parse(input.range.from), notBefore));
          expect(start).toBeLessThan(Date.parse(input.range.to));
        }
      }),
      slowSettings,
    );
  });

  test('another range changes nothing in what both ranges cover', () => {
    const inputs = slotInput.chain((input) => fc.tuple(fc.constant(input), movedRange(input)));
    fc.assert(
      fc.property(inputs, ([input, moved]) => {
        const from = Math.max(Date.parse(input.range.from), Date.parse(moved.range.from));
        const to = Math.min(Date.parse(input.range.to), Date.parse(moved.range.to));
        const inBoth = ({ start }: { start: string }) =>
          Date.parse(start) >= from && Date.parse(start) < to;
        expect(computeSlots(moved).filter(inBoth)).toEqual(computeSlots(input).filter(inBoth));
      }),
      settings,
    );
  });

  test('one more busy interval never adds a slot, and changes none', () => {
    const inputs = slotInput.chain((input) => fc.tuple(fc.constant(input), busyNear(input)));
    fc.assert(
      fc.property(inputs, ([input, interval]) => {
        const before = computeSlots(input).map((slot) => JSON.stringify(slot));
        const after = computeSlots({ ...input, busy: [interval, ...input.busy] });
        for (const slot of after) expect(before).toContain(JSON.stringify(slot));
      }),
      settings,
    );
  });

  test('starts ascend, and each seat count is at least one', () => {
    fc.assert(
      fc.property(slotInput, (input) => {
        let last = -Infinity;
        for (const { start, seatsLeft } of computeSlots(input)) {
          expect(Date.parse(start)).toBeGreaterThan(last);
          expect(seatsLeft).toBeGreaterThan(0);
          last = Date.parse(start);
        }
      }),
      settings,
    );
  });

  test('epoch milliseconds give what ISO strings give, and a limit its beginning', () => {
    fc.assert(
      fc.property(slotInput, fc.integer({ min: 0, max: 5 }), (input, limit) => {
        const slots = computeSlots(input);
        const instants = computeSlotInstants(toInstants(input));
        expect(instants).toEqual(slots.map((slot) => ({ ...slot, ...bounds(slot) })));
        expect(computeSlots(input, { limit })).toEqual(slots.slice(0, limit));
      }),
      settings,
    );
  });
});
