import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { claimCalendars, recordReadOutcome } from '@/db/queries/external-calendars';
import { lockPeople } from '@/db/queries/people';
import { externalCalendars, importedEvents } from '@/db/schema/external-calendars';
import { mentors } from '@/db/schema/mentors';
import { noon, startCalendars, ten } from '@/testing/external-calendars';
import { waitingFor } from '@/testing/interleavings';
import { callers } from '@/testing/kept-calendars';
import { makeMentor, monday } from '@/testing/people';
import { removeCalendar } from './keep-calendars';
import { refreshCalendar, refreshCalendars } from './refresh-calendars';

let calendars: Awaited<ReturnType<typeof startCalendars>>;
beforeAll(async () => {
  calendars = await startCalendars();
});
afterAll(() => calendars.close());
beforeEach(async () => {
  // Nobody else's are due.
  await db.delete(importedEvents);
  await db.delete(externalCalendars);
  calendars.say(ten);
});

const { makeCalendar, run, row, starts } = callers(() => calendars);

const claimAt = (minutes: number) => {
  const now = monday.add({ minutes });
  return claimCalendars(db, { now, leasedUntil: now.add({ minutes: 2 }), limit: 5 });
};
const minutesAfter = (instant: Temporal.Instant, minutes: number) =>
  instant.since(monday.add({ minutes })).total('minutes');

describe('a run', () => {
  it('reads what is due, and puts what has changed in the place of what was', async () => {
    const { id } = await makeCalendar();
    expect(await starts(id)).toEqual(['10:00']);
    calendars.say(noon);
    expect(await run(10)).toEqual({
      counts: { read: 0, unchanged: 0, failed: 0, broken: 0 },
      hasMore: false,
    });
    expect(await starts(id)).toEqual(['10:00']);
    expect((await run(20)).counts).toMatchObject({ read: 1 });
    expect(await starts(id)).toEqual(['12:00']);
    const { readAt, nextAttemptAt } = await row(id);
    expect(minutesAfter(readAt, 20)).toBe(0);
    expect(minutesAfter(nextAttemptAt, 20)).toBeGreaterThanOrEqual(15);
    expect(minutesAfter(nextAttemptAt, 20)).toBeLessThanOrEqual(18);
  });

  it('leaves the rows of what says the same', async () => {
    const { id } = await makeCalendar();
    const before = await db.select().from(importedEvents);
    await run(20);
    expect(await db.select().from(importedEvents)).toEqual(before);
    expect(minutesAfter((await row(id)).readAt, 20)).toBe(0);
  });

  it('asks whether anything has changed, and once a day for all of it', async () => {
    calendars.state.answer = (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"one"';
      response.writeHead(isKnown ? 304 : 200, { ETag: '"one"' }).end(isKnown ? '' : ten);
    };
    const { id } = await makeCalendar();
    expect((await run(20)).counts).toMatchObject({ unchanged: 1, read: 0 });
    expect(minutesAfter((await row(id)).readAt, 20)).toBe(0);
    expect(await starts(id)).toEqual(['10:00']);
    expect((await run(25 * 60)).counts).toMatchObject({ unchanged: 0, read: 1 });
  });

  it('reads all of it anew when its mentor has moved to another zone', async () => {
    const day = 'BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261124\r\nEND:VEVENT';
    calendars.state.answer = (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"one"';
      response
        .writeHead(isKnown ? 304 : 200, { ETag: '"one"' })
        .end(isKnown ? '' : `BEGIN:VCALENDAR\r\n${day}\r\nEND:VCALENDAR`);
    };
    const { id, mentorId } = await makeCalendar();
    expect(await starts(id)).toEqual(['00:00']);
    const moved = { timeZone: 'Africa/Nairobi' };
    await db.update(mentors).set(moved).where(eq(mentors.userId, mentorId));
    expect((await run(20)).counts).toMatchObject({ read: 1 });
    expect(await starts(id)).toEqual(['21:00']);
  });

  it('waits with what has changed for whoever takes the mentor’s time just then', async () => {
    const { id, mentorId } = await makeCalendar();
    calendars.say(noon);
    const { counts } = await waitingFor(
      (tx) => lockPeople(tx, { ids: [mentorId] }),
      () => run(20),
    );
    expect(counts).toMatchObject({ read: 1 });
    expect(await starts(id)).toEqual(['12:00']);
  });

  it('goes through more than it reads side by side', async () => {
    for (let count = 0; count < 7; count += 1) await makeCalendar();
    expect(await run(20)).toMatchObject({ counts: { read: 7 }, hasMore: false });
  });

  it('may be at it together with others: each calendar is read once', async () => {
    for (let count = 0; count < 7; count += 1) await makeCalendar();
    const before = calendars.state.requests;
    const runs = await Promise.all([run(20), run(20), run(20)]);
    expect(runs.reduce((sum, { counts }) => sum + (counts.read ?? 0), 0)).toBe(7);
    expect(calendars.state.requests - before).toBe(7);
  });

  it('stops when its time is up, and says that more is waiting', async () => {
    for (let count = 0; count < 7; count += 1) await makeCalendar();
    const now = monday.add({ minutes: 20 });
    const short = { clock: () => now, endsAt: now.add({ seconds: 3 }), network: calendars.network };
    expect(await refreshCalendars(short)).toMatchObject({ counts: { read: 5 }, hasMore: true });
    expect(await refreshCalendars(short)).toMatchObject({ counts: { read: 2 }, hasMore: false });
  });
});

describe('a calendar that cannot be read', () => {
  const half = ten.slice(0, -25);
  it.each([
    ['a page', 'not_a_calendar', 200, '<!doctype html><title>Sign in</title>'],
    ['half a file', 'not_a_calendar', 200, half],
    ['nothing', 'not_a_calendar', 200, ''],
    ['not found', 'not_found', 404, ''],
    ['an error', 'server_error', 503, ''],
  ])('keeps its busy times: %s', async (_what, failure, status, body) => {
    const { id } = await makeCalendar();
    calendars.state.answer = (_request, response) => response.writeHead(status).end(body);
    expect((await run(20)).counts).toMatchObject({ failed: 1 });
    expect(await starts(id)).toEqual(['10:00']);
    const failed = await row(id);
    expect(failed).toMatchObject({ failure, failures: 1, readAt: monday });
    expect(failed.failingSince && minutesAfter(failed.failingSince, 20)).toBe(0);
    expect(minutesAfter(failed.attemptedAt, 20)).toBe(0);
  });

  it('is tried less and less often, and is as before once it can be read', async () => {
    const { id } = await makeCalendar();
    calendars.state.answer = (_request, response) => response.writeHead(500).end();
    let minutes = 20;
    for (const wait of [15, 30, 60, 120, 240, 360, 360]) {
      expect((await run(minutes)).counts).toMatchObject({ failed: 1 });
      const waits = minutesAfter((await row(id)).nextAttemptAt, minutes);
      expect(waits).toBeGreaterThanOrEqual(wait);
      expect(waits).toBeLessThanOrEqual(wait * 1.2);
      minutes += Math.ceil(waits);
    }
    const since = (await row(id)).failingSince;
    expect(since && minutesAfter(since, 20)).toBe(0);
    calendars.say(noon);
    await run(minutes);
    expect(await row(id)).toMatchObject({ failure: null, failingSince: null, failures: 0 });
    expect(await starts(id)).toEqual(['12:00']);
  });

  it('may have moved to this machine, and stays unread by the rules of production', async () => {
    const { id } = await makeCalendar();
    const { hostname, port } = new URL(calendars.url());
    expect(hostname).toBe('calendar.test');
    await db
      .update(externalCalendars)
      .set({ url: `http://localhost:${port}/` })
      .where(eq(externalCalendars.id, id));
    const now = monday.add({ minutes: 20 });
    const { requests } = calendars.state;
    await refreshCalendars({ clock: () => now, endsAt: now.add({ seconds: 10 }) });
    expect(await row(id)).toMatchObject({ failure: 'private_address' });
    expect(calendars.state.requests).toBe(requests);
  });
});

describe('a claim', () => {
  it('is another run’s when its lease has run out, and then the first writes nothing', async () => {
    const { id } = await makeCalendar();
    const [first] = await claimAt(20);
    expect(await claimAt(21)).toEqual([]);
    const [second] = await claimAt(22);
    if (!first || !second) throw new Error('not claimed');
    const at = { attemptedAt: monday, nextAttemptAt: monday };
    const outcome = { ...at, failure: null, read: null };
    expect(await recordReadOutcome(db, { id, claim: first.claim, outcome })).toBeNull();
    expect(await recordReadOutcome(db, { id, claim: second.claim, outcome })).toEqual({ id });
  });

  it('is lost when its calendar is removed meanwhile, whose events stay away', async () => {
    const { id, mentorId } = await makeCalendar();
    calendars.state.answer = (_request, response) => {
      void removeCalendar({ userId: mentorId, id, now: monday }).then(() => response.end(noon));
    };
    await run(20);
    expect(await starts(id)).toEqual([]);
    expect((await run(60)).counts).toMatchObject({ read: 0 });
  });
});

describe('a mentor', () => {
  it('has their own calendar read at once, and nobody else’s', async () => {
    const { id, mentorId } = await makeCalendar();
    const { network } = calendars;
    const other = await makeMentor();
    calendars.say(noon);
    const asked = { id, now: monday.add({ minutes: 1 }), network };
    const notNow = { ok: false, reason: 'not_now' };
    expect(await refreshCalendar({ ...asked, userId: other.mentorId })).toEqual(notNow);
    expect(await refreshCalendar({ ...asked, userId: mentorId, id: 'none' })).toEqual(notNow);
    expect(await starts(id)).toEqual(['10:00']);
    const read = { ok: true, value: { failure: null } };
    expect(await refreshCalendar({ ...asked, userId: mentorId })).toEqual(read);
    expect(await starts(id)).toEqual(['12:00']);
    calendars.say('gone');
    const failed = { ok: true, value: { failure: 'not_a_calendar' } };
    expect(await refreshCalendar({ ...asked, userId: mentorId })).toEqual(failed);
  });
});
