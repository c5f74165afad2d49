/*
 * How fast the slot engine is, beside two baselines of the same run: the plain Temporal
 * implementation that the tests compare it with, and one `toISOString()` for each start found.
 *
 *   npm run bench -- slots
 *
 * Medians of one process. `instants` is what the app calls (epoch milliseconds), `engine` the same
 * with ISO strings read, checked and written.
 */
import { availableParallelism, loadavg } from 'node:os';
import { computeSlotInstants, computeSlots, type SlotInput } from '../lib/scheduling';
import { computeSlotsPlainly } from '../lib/scheduling/testing/reference';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FROM = Date.UTC(2027, 0, 1);
const PLAIN_TIMES_FASTER = 50;

/** The same numbers in each run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const iso = (instant: number) => new Date(instant).toISOString();

interface Calendar {
  readonly timeZone: string;
  readonly days: number;
  readonly busyIntervals: number;
  readonly aroundTheClock?: boolean;
  readonly seed?: number;
}

/** A mentor's calendar: busy for half an hour to two hours, in no order, as feeds give it. */
function calendar({
  timeZone,
  days,
  busyIntervals,
  aroundTheClock,
  seed = 1,
}: Calendar): SlotInput {
  const random = randomNumbers(seed);
  const officeDays = [1, 2, 3, 4, 5];
  return {
    now: iso(FROM),
    timeZone,
    weekly: aroundTheClock
      ? [{ days: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end: '24:00' }]
      : [
          { days: officeDays, start: '09:00', end: '12:30' },
          { days: officeDays, start: '13:30', end: '18:00' },
        ],
    overrides: [],
    busy: Array.from({ length: busyIntervals }, () => {
      const start = FROM + Math.floor((random() * days * DAY) / (5 * MINUTE)) * 5 * MINUTE;
      return { start: iso(start), end: iso(start + (1 + Math.floor(random() * 4)) * 30 * MINUTE) };
    }),
    durationMinutes: 30,
    stepMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 10,
    minimumNoticeMinutes: 120,
    range: { from: iso(FROM), to: iso(FROM + days * DAY) },
  };
}

function withEpochMilliseconds(input: SlotInput) {
  return {
    ...input,
    now: Date.parse(input.now),
    busy: input.busy.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) })),
    closed: [],
    joinable: [],
    range: { from: Date.parse(input.range.from), to: Date.parse(input.range.to) },
  };
}

/** The median time of one call, in milliseconds. */
function median(run: () => unknown, { calls, warmUp }: { calls: number; warmUp: number }): number {
  for (let call = 0; call < warmUp; call++) run();
  const times = Array.from({ length: calls }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  });
  return times.toSorted((one, other) => one - other)[Math.floor(calls / 2)] ?? Number.NaN;
}

const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Lagos',
  'Asia/Tokyo',
  'America/Los_Angeles',
  'Africa/Cairo',
  'Pacific/Auckland',
  'Asia/Kolkata',
];

const hundredMentors = Array.from({ length: 100 }, (_, mentor) =>
  calendar({
    timeZone: ZONES[mentor % ZONES.length] ?? 'UTC',
    days: 14,
    busyIntervals: 40,
    seed: mentor,
  }),
);

interface Scenario {
  readonly name: string;
  readonly inputs: readonly SlotInput[];
  /** What slots.md asks for, in milliseconds; none for what it does not name. */
  readonly aim?: number;
}

const timeZone = 'Europe/Paris';
const scenarios: readonly Scenario[] = [
  { name: '30 days', inputs: [calendar({ timeZone, days: 30, busyIntervals: 164 })], aim: 0.15 },
  { name: 'a year', inputs: [calendar({ timeZone, days: 365, busyIntervals: 2000 })], aim: 3 },
  { name: '100 mentors × 14 days', inputs: hundredMentors, aim: 7 },
  {
    name: 'a year round the clock',
    inputs: [calendar({ timeZone, days: 365, busyIntervals: 2000, aroundTheClock: true })],
  },
];

// Before anything is warm: a first request pays for the time zones and for unoptimized code.
const coldStart = performance.now();
const coldSlots = hundredMentors.flatMap((input) => computeSlots(input)).length;
const cold = performance.now() - coldStart;

const rows = scenarios.map(({ name, inputs, aim }) => {
  const instantInputs = inputs.map(withEpochMilliseconds);
  const starts = inputs
    .flatMap((input) => computeSlots(input))
    .map(({ start }) => Date.parse(start));
  const often = { calls: 201, warmUp: 100 };
  const engine = median(() => inputs.map((input) => computeSlots(input)), often);
  const instants = median(() => instantInputs.map((input) => computeSlotInstants(input)), often);
  const toISOString = median(() => starts.map(iso), often);
  const plain = median(() => inputs.map(computeSlotsPlainly), { calls: 3, warmUp: 0 });
  const met =
    (aim === undefined || engine <= aim) &&
    engine < toISOString &&
    plain / engine >= PLAIN_TIMES_FASTER;
  return {
    scenario: name,
    slots: starts.length,
    'aim ms': aim ?? '',
    'engine ms': Number(engine.toFixed(3)),
    'instants ms': Number(instants.toFixed(3)),
    'toISOString ms': Number(toISOString.toFixed(3)),
    'plain Temporal ms': Math.round(plain),
    'times faster': Math.round(plain / engine),
    met: met ? 'yes' : 'NO',
  };
});

console.table(rows);
console.log(
  `100 mentors in ${ZONES.length} zones, cold: ${cold.toFixed(1)} ms, ${coldSlots} slots`,
);
const [load = 0] = loadavg();
if (load > availableParallelism()) {
  console.log(`The machine is busy (load ${load.toFixed(1)}): what takes over 4 ms looks slower.`);
}
