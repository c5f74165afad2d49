import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { readInTime } from './read-in-time';

const window = { start: Date.parse('2026-11-22T12:00Z'), end: Date.parse('2027-12-28T00:00Z') };
const reading = { timeZone: 'UTC', window, ownHost: 'baobab.example', owners: [] };

function file(...events: string[][]) {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n');
  return { bytes: new TextEncoder().encode(text), charset: null, reading };
}

const event = ['DTSTART:20261124T090000Z', 'DURATION:PT1H'];
/** A day that no month of its rule has, hidden from those who look at the rule. */
const never = [...event, 'RRULE:FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=30;BYWEEKNO=1'];

/** The longest that anything else has had to wait meanwhile, in milliseconds. */
async function delayWhile(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

it('reads a calendar', async () => {
  expect(await readInTime(file(event))).toMatchObject({ ok: true, events: [{ summary: '' }] });
});

it('gives up on a rule whose next occurrence is sought for ever, and holds nobody up', async () => {
  const delay = await delayWhile(async () => {
    const read = await readInTime(file(event, never, never, never));
    expect(read).toEqual({ ok: false, failure: 'too_slow' });
  });
  // All of it in this thread would be four seconds.
  expect(delay).toBeLessThan(1000);
}, 40_000);

it('reads a large calendar, and holds nobody up', async () => {
  const many = Array.from({ length: 4000 }, (_, index) => [
    ...event,
    `UID:${index}@x`,
    `SUMMARY:${'x'.repeat(200)}`,
  ]);
  const delay = await delayWhile(async () => {
    const read = await readInTime(file(...many));
    expect(read.ok && read.events.length).toBe(4000);
  });
  expect(delay).toBeLessThan(1000);
}, 40_000);

it('says of one that needs more memory than there is that it is too big', async () => {
  const deep = Array.from({ length: 60_000 }, (_, index) => [
    ...event,
    `UID:${index}`,
    'A:'.repeat(40),
  ]);
  expect(await readInTime(file(...deep))).toEqual({ ok: false, failure: 'too_big' });
}, 40_000);
