import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import { listExternalCalendars } from '@/db/queries/external-calendars';
import { listSchedules } from '@/db/queries/schedules';
import { book, expectRefusal, user } from '@/testing/bookings';
import { calendarFile, startCalendars } from '@/testing/external-calendars';
import { at, makeMentor, makeUser, monday, ten } from '@/testing/people';
import { addCalendar, removeCalendar } from './keep-calendars';

let calendars: Awaited<ReturnType<typeof startCalendars>>;
beforeAll(async () => {
  calendars = await startCalendars();
});
afterAll(() => calendars.close());
beforeEach(() => calendars.say(calendarFile('20261124T100000Z/20261124T110000Z')));

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
