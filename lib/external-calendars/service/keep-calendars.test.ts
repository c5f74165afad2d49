import { asc, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { listExternalCalendars } from '@/db/queries/external-calendars';
import { listSchedules } from '@/db/queries/schedules';
import { externalCalendars, importedEvents } from '@/db/schema/external-calendars';
import { notifications } from '@/db/schema/notifications';
import { deliveries, mailboxMessages } from '@/db/schema/outbox';
import { sendMails } from '@/lib/mails/service';
import { book, expectRefusal, user } from '@/testing/bookings';
import { startCalendars, ten as atTen } from '@/testing/external-calendars';
import { callers } from '@/testing/kept-calendars';
import { at, makeMentor, makeUser, monday, ten } from '@/testing/people';
import { ownAddressesForm } from '../schema';
import { addCalendar, removeCalendar, saveOwnAddresses } from './keep-calendars';

let calendars: Awaited<ReturnType<typeof startCalendars>>;
beforeAll(async () => {
  calendars = await startCalendars();
});
afterAll(() => calendars.close());
beforeEach(async () => {
  // Nobody else's are due.
  await db.delete(deliveries);
  await db.delete(importedEvents);
  await db.delete(externalCalendars);
  calendars.say(atTen);
});

const { makeCalendar, run, row, starts } = callers(() => calendars);

const add = (userId: string, values: Partial<Parameters<typeof addCalendar>[0]> = {}) =>
  addCalendar({
    userId,
    url: calendars.url(),
    name: '',
    now: monday,
    network: calendars.network,
    ...values,
  });
const list = (mentorId: string) => listExternalCalendars(db, { mentorId, now: monday });

async function added(mentorId: string) {
  const result = await add(mentorId);
  if (!result.ok) throw new Error(result.reason);
  return result.value.id;
}

it('blocks slots as soon as it is added, and no longer once it is removed', async () => {
  const { mentorId, variantId } = await makeMentor();
  const booker = user((await makeUser()).id);
  const id = await added(mentorId);
  expect(await list(mentorId)).toMatchObject([{ id, name: 'Work', failure: null, busyEvents: 1 }]);

  const wanted = { booker, mentorId, variantId, startsAt: ten };
  const nearest = await expectRefusal('slot_taken', wanted);
  expect(nearest).not.toContain('11-24T10:00');
  expect(nearest).toContain('11-24T09:00');

  expect(await removeCalendar({ userId: mentorId, id, now: monday })).toMatchObject({ ok: true });
  expect(await list(mentorId)).toEqual([]);
  await book(wanted);
});

it('tells its titles to its mentor alone', async () => {
  const { mentorId } = await makeMentor();
  await added(mentorId);
  const asked = { mentorIds: [mentorId], from: monday, to: monday.add({ hours: 48 }), now: monday };
  const [own] = await listSchedules(db, { ...asked, isOwn: true });
  const [anybodys] = await listSchedules(db, asked);
  const span = { source: 'imported', start: at('2026-11-24T10:00').epochMilliseconds };
  expect(own?.busy).toMatchObject([{ ...span, title: 'Dentist' }]);
  expect(anybodys?.busy).toMatchObject([span]);
  expect(JSON.stringify(anybodys)).not.toContain('Dentist');
});

it('is called as its mentor says, else as it says itself, else as its server', async () => {
  const { mentorId } = await makeMentor();
  await add(mentorId, { name: 'Mine' });
  await add(mentorId, { url: calendars.url('/b') });
  calendars.say('BEGIN:VCALENDAR\r\nEND:VCALENDAR');
  await add(mentorId, { url: calendars.url('/c') });
  const names = (await list(mentorId)).map(({ name }) => name);
  expect(names.toSorted()).toEqual(['Mine', 'Work', 'calendar.test']);
});

it('must be readable to be added', async () => {
  const { mentorId } = await makeMentor();
  calendars.say('<!doctype html><title>Sign in</title>');
  const notOne = { ok: false, reason: 'unreadable', failure: 'not_a_calendar' };
  expect(await add(mentorId)).toEqual(notOne);
  // By the rules of production, under which this machine is no place for a calendar.
  const local = { userId: mentorId, url: 'http://127.0.0.1:9999/', name: '', now: monday };
  const refusedLocal = { ok: false, reason: 'unreadable', failure: 'private_address' };
  expect(await addCalendar(local)).toEqual(refusedLocal);
  expect(await list(mentorId)).toEqual([]);
});

it('is added once, as one of ten at most, and only by mentors', async () => {
  const { mentorId } = await makeMentor();
  await added(mentorId);
  expect(await add(mentorId)).toEqual({ ok: false, reason: 'already_added' });
  const paths = Array.from({ length: 10 }, (_, place) => calendars.url(`/${place}`));
  // Nine more fit; at once, so that they have to be counted under the lock.
  const results = await Promise.all(paths.map((url) => add(mentorId, { url })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(9);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'too_many' });
  const { requests } = calendars.state;
  await add(mentorId, { url: calendars.url('/more') });
  expect(calendars.state.requests).toBe(requests);
  const { id } = await makeUser();
  expect(await add(id)).toEqual({ ok: false, reason: 'not_a_mentor' });
});

it('is removed by nobody but its mentor', async () => {
  const { mentorId } = await makeMentor();
  const id = await added(mentorId);
  const other = await makeMentor();
  for (const asked of [
    { userId: other.mentorId, id },
    { userId: mentorId, id: 'none' },
  ]) {
    expect(await removeCalendar({ ...asked, now: monday })).toEqual({
      ok: false,
      reason: 'not_found',
    });
  }
  expect(await list(mentorId)).toHaveLength(1);
});

it('does not block the free seats of a session of ours that comes back under another UID', async () => {
  const { mentorId, variantId } = await makeMentor({ service: { capacity: 3 } });
  const [first, second] = [await makeUser(), await makeUser()];
  const wanted = { mentorId, variantId, startsAt: ten };
  await book({ ...wanted, booker: user(first.id) });
  await added(mentorId);
  expect(await book({ ...wanted, booker: user(second.id) })).toMatchObject({ status: 'confirmed' });
});

/** What the mentor has been notified of, and the mails to them. */
async function heardBy(mentorId: string) {
  const heard = await db
    .select({ kind: notifications.kind, data: notifications.data })
    .from(notifications)
    .where(eq(notifications.userId, mentorId))
    .orderBy(asc(notifications.createdAt));
  const mails = await db
    .select({ kind: deliveries.kind, status: deliveries.status, note: deliveries.lastError })
    .from(deliveries)
    .where(eq(deliveries.recipientId, mentorId))
    .orderBy(asc(deliveries.createdAt));
  return { heard, mails };
}

const hours = (count: number) => run(20 + count * 60);
/** Due at once again: the cron comes by when it has its turn. */
const due = async (id: string) =>
  db.update(externalCalendars).set({ nextAttemptAt: monday }).where(eq(externalCalendars.id, id));

describe('a calendar that keeps failing', () => {
  it('is made known after 24 hours, once, and again only once it has worked', async () => {
    const { id, mentorId } = await makeCalendar();
    const fail = async (after: number) => {
      calendars.state.answer = (_request, response) => response.writeHead(404).end();
      await due(id);
      expect((await hours(after)).counts).toMatchObject({ failed: 1 });
    };
    await fail(0);
    await fail(23.9);
    expect(await heardBy(mentorId)).toEqual({ heard: [], mails: [] });
    await fail(24);
    const times = {
      failingSince: monday.add({ minutes: 20 }).toString(),
      readAt: monday.toString(),
    };
    const failing = { kind: 'calendar_failing', data: { calendar: 'Work', ...times } };
    const mail = { kind: 'calendar_failing', status: 'pending', note: null };
    expect(await heardBy(mentorId)).toEqual({ heard: [failing], mails: [mail] });
    await fail(30);
    await fail(100);
    expect(await heardBy(mentorId)).toEqual({ heard: [failing], mails: [mail] });

    calendars.say(atTen);
    await due(id);
    await hours(101);
    await fail(102);
    await fail(125);
    expect((await heardBy(mentorId)).mails).toHaveLength(1);
    await fail(126);
    expect(await heardBy(mentorId)).toMatchObject({ heard: [{}, {}], mails: [{}, {}] });
  });

  it.each([
    ['is mailed as it then stands', false],
    ['is not mailed once it can be read again', true],
  ])('%s', async (_what, isBack) => {
    const { id, mentorId } = await makeCalendar();
    calendars.state.answer = (_request, response) => response.writeHead(404).end();
    for (const after of [0, 24]) {
      await due(id);
      await hours(after);
    }
    if (isBack) {
      calendars.say(atTen);
      await due(id);
      await hours(25);
    }
    await sendMails({ now: monday.add({ hours: 26 }), limit: 1000 });
    const { mails } = await heardBy(mentorId);
    expect(mails).toMatchObject([
      isBack ? { status: 'skipped', note: 'calendar_over' } : { status: 'sent' },
    ]);
    if (isBack) return;
    const [sent] = await db
      .select({ subject: mailboxMessages.subject, text: mailboxMessages.text })
      .from(mailboxMessages)
      .orderBy(desc(mailboxMessages.createdAt))
      .limit(1);
    expect(sent?.subject).toBe('We can no longer read Work');
    expect(sent?.text).toContain('Its server says that this calendar does not exist.');
    expect(sent?.text).toContain('/mentor/availability/calendars');
  });
});

/** A calendar with an event in each of these zones. */
function inZone(...zones: string[]): string {
  const events = zones.map((zone, place) =>
    [
      `BEGIN:VEVENT\r\nUID:${place}@elsewhere\r\nSUMMARY:Of ${zone}`,
      `DTSTART;TZID=${zone}:20261124T100000\r\nDURATION:PT1H\r\nEND:VEVENT`,
    ].join('\r\n'),
  );
  return ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Work', ...events, 'END:VCALENDAR'].join('\r\n');
}

const named = (zone: string) => ({
  kind: 'calendar_zone_unknown',
  data: { calendar: 'Work', zone, readIn: 'Africa/Nairobi', events: [`Of ${zone}`] },
});

describe('a zone that nobody knows', () => {
  it('is made known once, when it is added or read', async () => {
    calendars.say(inZone('Custom 1'));
    const { mentorId } = await makeCalendar({ timeZone: 'Africa/Nairobi' });
    expect((await heardBy(mentorId)).heard).toEqual([named('Custom 1')]);
    await run(20);
    expect((await heardBy(mentorId)).heard).toHaveLength(1);
    calendars.say(inZone('Custom 1', 'Custom 2'));
    await run(40);
    // Gone for a while, and there again: nothing new.
    calendars.say(atTen);
    await run(60);
    calendars.say(inZone('Custom 1'));
    await run(80);
    expect((await heardBy(mentorId)).heard).toEqual([named('Custom 1'), named('Custom 2')]);
  });
});

describe('the addresses that are its owner’s', () => {
  const declined = [
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@elsewhere\r\nDTSTART:20261124T100000Z',
    'ATTENDEE;PARTSTAT=DECLINED:mailto:Me@Work.example\r\nDURATION:PT1H',
    'END:VEVENT\r\nEND:VCALENDAR',
  ].join('\r\n');

  it('decide what they have declined, from the next refresh on, whatever the server says', async () => {
    calendars.state.answer = (request, response) => {
      const isKnown = request.headers['if-none-match'] === '"one"';
      response.writeHead(isKnown ? 304 : 200, { ETag: '"one"' }).end(isKnown ? '' : declined);
    };
    const { id, mentorId } = await makeCalendar();
    expect((await run(20)).counts).toMatchObject({ unchanged: 1 });
    expect(await starts(id)).toEqual(['10:00']);
    const asked = { userId: mentorId, id, now: monday.add({ minutes: 21 }) };
    const { addresses } = ownAddressesForm.parse({
      id,
      addresses: 'mailto:ME@work.example, me@work.example',
    });
    expect(addresses).toEqual(['me@work.example']);
    expect(await saveOwnAddresses({ ...asked, addresses })).toMatchObject({ ok: true });
    expect((await run(22)).counts).toMatchObject({ read: 1 });
    expect(await starts(id)).toEqual([]);
    expect((await run(60)).counts).toMatchObject({ unchanged: 1 });
    await saveOwnAddresses({ ...asked, addresses: [] });
    await run(61);
    expect(await starts(id)).toEqual(['10:00']);
  });

  it('outrun a reading by those of before', async () => {
    const { id, mentorId } = await makeCalendar();
    const addresses = ['me@work.example'];
    calendars.state.answer = (_request, response) => {
      void saveOwnAddresses({ userId: mentorId, id, addresses, now: monday }).then(() =>
        response.setHeader('ETag', '"old"').end(declined),
      );
    };
    await run(20);
    // What came of it is nobody's: neither its events nor its version.
    expect(await row(id)).toMatchObject({ etag: null, ownAddresses: addresses });
    calendars.say(declined);
    await run(21);
    expect(await starts(id)).toEqual([]);
  });

  it('are nobody’s to say but the mentor’s, ten at most, and addresses', async () => {
    const { id } = await makeCalendar();
    const other = await makeMentor();
    const refused = { ok: false, reason: 'not_found' };
    const now = monday;
    for (const asked of [
      { userId: other.mentorId, id },
      { userId: other.mentorId, id: 'none' },
    ]) {
      expect(await saveOwnAddresses({ ...asked, addresses: ['a@b.test'], now })).toEqual(refused);
    }
    expect(await row(id)).toMatchObject({ ownAddresses: [] });
    const many = Array.from({ length: 11 }, (_, place) => `a${place}@b.test`).join('\n');
    const errorOf = (addresses: string) =>
      ownAddressesForm.safeParse({ id, addresses }).error?.issues[0]?.message;
    expect([many, 'nobody', 'a@b.test; b', ''].map(errorOf)).toEqual([
      'too_many',
      'not_addresses',
      'not_addresses',
      undefined,
    ]);
  });
});

it('reads letters as the server says that they are written', async () => {
  const { id } = await makeCalendar();
  const octets = Buffer.from(atTen.replace('Dentist', 'D\u00f1'), 'latin1');
  calendars.state.answer = (_request, response) =>
    response.setHeader('Content-Type', 'text/calendar; charset="windows-1251"').end(octets);
  await run(20);
  const found = await db.select().from(importedEvents).where(eq(importedEvents.calendarId, id));
  expect(found.map(({ summary }) => summary)).toEqual(['Dс']);
});

it('counts lines that it passed over', async () => {
  const { id, mentorId } = await makeCalendar();
  calendars.say(atTen.replace('SUMMARY', 'oops\r\nSUMMARY'));
  await run(20);
  const [shown] = await listExternalCalendars(db, { mentorId, now: monday });
  expect(shown).toMatchObject({ id, skippedLines: 1, skippedEvents: 0, busyEvents: 1 });
});
