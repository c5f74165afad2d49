import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { GET } from '@/app/api/feeds/[token]/route';
import { db } from '@/db/client';
import { calendarFeeds } from '@/db/schema/calendar-feeds';
import { users } from '@/db/schema/users';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { book, user, visitor, makeBooked } from '@/testing/bookings';
import { faultsOfItip } from '@/testing/itip';
import { at, makeUser, type MentorSettings, monday, ten } from '@/testing/people';
import { readCalendarFile } from './calendar-file';
import { readFeed, renewFeed, switchOffFeed } from './feed';

const now = monday;

const tokenOf = (url: string) => /feeds\/([\w-]+)\.ics$/.exec(url)?.[1] ?? '';

async function openFeed(userId: string) {
  return tokenOf((await renewFeed({ userId, now })).url);
}

async function read(token: string, when = now) {
  const feed = await readFeed({ token, now: when });
  if (!feed.ok) return feed.reason;
  expect(faultsOfItip(feed.value.text, null)).toEqual([]);
  const calendar = new ICAL.Component(ICAL.parse(feed.value.text));
  return calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')).split('@')[0],
    summary: event.getFirstPropertyValue('summary'),
    status: event.getFirstPropertyValue('status'),
  }));
}

const booked = (settings: MentorSettings = {}) =>
  makeBooked({ ...settings, user: { name: 'Élodie' }, mentee: { name: 'Awa', locale: 'fr' } });

describe('a feed', () => {
  it('has its owner’s sessions on either side, in their language, and nobody else’s', async () => {
    const { mentor, mentee, bookingId } = await booked();
    await booked();
    expect(await read(await openFeed(mentee.id))).toEqual([
      { uid: bookingId, summary: 'Mock interview avec Élodie', status: 'CONFIRMED' },
    ]);
    expect(await read(await openFeed(mentor.id))).toMatchObject([
      { summary: 'Mock interview with Awa', status: 'CONFIRMED' },
    ]);
    expect(await read(await openFeed((await makeUser()).id))).toEqual([]);
  });

  it('shows what was cancelled as such', async () => {
    const { mentor, mentee, bookingId } = await booked();
    await cancelBookings({ userId: mentee.id, bookingId, reason: 'Ill', now });
    expect(await read(await openFeed(mentee.id))).toEqual([
      {
        uid: bookingId,
        summary: 'Annulé\u00a0: Mock interview avec Élodie',
        status: 'CANCELLED',
      },
    ]);
    expect(await read(await openFeed(mentor.id))).toMatchObject([{ status: 'CANCELLED' }]);
  });

  it('shows a request until it lapses, with nothing having come by to mark it', async () => {
    const { mentee } = await booked({ mentor: { confirmation: 'manual' } });
    const token = await openFeed(mentee.id);
    expect(await read(token)).toMatchObject([{ status: 'TENTATIVE' }]);
    expect(await read(token, ten)).toMatchObject([{ status: 'CANCELLED' }]);
  });

  it('has one event for a mentor’s group, and of the mentees’ no more than their own', async () => {
    const { mentor, mentee, mentorId, variantId } = await booked({ service: { capacity: 3 } });
    const other = await makeUser({ name: 'Fatou' });
    await book({ booker: user(other.id), mentorId, variantId, startsAt: ten });
    expect(await read(await openFeed(mentor.id))).toMatchObject([
      { summary: 'Mock interview, 2 people' },
    ]);
    const feed = await readFeed({ token: await openFeed(other.id), now });
    expect(feed.ok && feed.value.text).toContain('with Élodie');
    expect(feed.ok && feed.value.text).not.toContain('Awa');
    expect(feed.ok && feed.value.text).not.toContain(mentee.email);
  });

  it('leaves out holds, and what is long ago', async () => {
    const { mentor, mentorId, variantId } = await booked();
    const startsAt = at('2026-11-24T12:00');
    await book({ booker: visitor('fatou@example.test'), mentorId, variantId, startsAt });
    const token = await openFeed(mentor.id);
    expect(await read(token)).toHaveLength(1);
    expect(await read(token, ten.add({ hours: 91 * 24 }))).toEqual([]);
  });

  it('opens with its present link alone', async () => {
    const { mentee } = await booked();
    const first = await openFeed(mentee.id);
    const second = await openFeed(mentee.id);
    expect(await read(first)).toBe('not_found');
    expect(await read(second)).toHaveLength(1);
    const [row] = await db.select().from(calendarFeeds).where(eq(calendarFeeds.userId, mentee.id));
    expect(JSON.stringify(row)).not.toContain(second);
    await switchOffFeed({ userId: mentee.id });
    expect(await read(second)).toBe('not_found');
    for (const wrong of ['', 'x', second.toLowerCase(), `${second}x`, "' or 1=1"]) {
      expect(await read(wrong)).toBe('not_found');
    }
  });

  it('is closed to whoever is blocked', async () => {
    const { mentee } = await booked();
    const token = await openFeed(mentee.id);
    await db.update(users).set({ blockedAt: now }).where(eq(users.id, mentee.id));
    expect(await read(token)).toBe('not_found');
  });
});

function get(token: string, ifNoneMatch?: string) {
  const headers = new Headers(ifNoneMatch === undefined ? [] : [['if-none-match', ifNoneMatch]]);
  const request = new Request('http://localhost/api/feeds/x', { headers });
  return GET(request, { params: Promise.resolve({ token }) });
}

describe('over HTTP', () => {
  it('is sent again only when it has changed', async () => {
    const { mentee } = await booked();
    const token = `${await openFeed(mentee.id)}.ics`;
    const first = await get(token);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toContain('private');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);

    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const again = await get(token, known);
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('etag')).toBe(etag);
    }
    await db.update(users).set({ locale: 'en' }).where(eq(users.id, mentee.id));
    const changed = await get(token, etag);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('knows no other link', async () => {
    const { mentee } = await booked();
    const token = await openFeed(mentee.id);
    await switchOffFeed({ userId: mentee.id });
    expect((await get(`${token}.ics`, '*')).status).toBe(404);
  });
});

describe('a booking as a file', () => {
  it('is for its two sides, to the mentor the whole session', async () => {
    const { mentor, mentee, mentorId, variantId, bookingId } = await booked({
      service: { capacity: 3 },
    });
    const other = await makeUser({ name: 'Fatou' });
    await book({ booker: user(other.id), mentorId, variantId, startsAt: ten });
    const file = async (reader: { id: string; locale: 'en' | 'fr' }) =>
      readCalendarFile({ bookingId, reader, now });

    const own = await file(mentee);
    expect(own).toMatchObject({ ok: true });
    expect(own.ok && own.value.filename).toMatch(/^BAO-\w+\.ics$/);
    expect(own.ok && own.value.text).toContain(`UID:${bookingId}@localhost\r\n`);
    expect(own.ok && faultsOfItip(own.value.text, null)).toEqual([]);
    const mentors = await file(mentor);
    expect(mentors.ok && mentors.value.text).toContain('SUMMARY:Mock interview\\, 2 people\r\n');
    expect(await file(other)).toMatchObject({ ok: false, reason: 'not_found' });
    expect(await file(await makeUser())).toMatchObject({ ok: false, reason: 'not_found' });
  });
});
