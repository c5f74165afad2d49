import { describe, expect, it } from 'vitest';
import { type RoomFacts, roomFor, secondsUntilRetry } from './rules';

const start = Date.parse('2026-11-24T15:00:00Z');
const minutes = (count: number) => count * 60_000;
const session: RoomFacts = {
  startsAt: start,
  endsAt: start + minutes(60),
  fixedUrl: '',
  room: { url: 'https://meet.test/room', hostUrl: '', lastsUntil: null },
};
const open = (url: string) => ({ state: 'open', url });

/** What is seen so many milliseconds after the start. */
const seen = (offset: number, facts: Partial<RoomFacts> = {}, as: 'mentee' | 'mentor' = 'mentee') =>
  roomFor({ ...session, ...facts }, { as, now: start + offset });

describe('roomFor', () => {
  it.each([
    [minutes(-24 * 60), { state: 'closed' }],
    [minutes(-10) - 1, { state: 'closed' }],
    [minutes(-10), open('https://meet.test/room')],
    [minutes(60), open('https://meet.test/room')],
    [minutes(90) - 1, open('https://meet.test/room')],
    [minutes(90), { state: 'none' }],
  ])('%i ms from the start', (offset, view) => {
    expect(seen(offset)).toEqual(view);
  });

  it('prefers the mentor’s own link, and tells it no earlier', () => {
    const fixedUrl = 'https://zoom.test/mine';
    expect(seen(minutes(-11), { fixedUrl })).toEqual({ state: 'closed' });
    expect(seen(0, { fixedUrl })).toEqual(open(fixedUrl));
    expect(seen(0, { fixedUrl, room: null })).toEqual(open(fixedUrl));
  });

  it('sends nobody to what is no address', () => {
    expect(seen(0, { fixedUrl: 'javascript:alert(1)' })).toEqual(open('https://meet.test/room'));
  });

  it('gives the host’s link to the mentor alone', () => {
    const room = { url: 'https://w.test/1', hostUrl: 'https://w.test/1?key', lastsUntil: null };
    expect(seen(0, { room }, 'mentor')).toEqual(open('https://w.test/1?key'));
    expect(seen(0, { room }, 'mentee')).toEqual(open('https://w.test/1'));
    expect(seen(0, {}, 'mentor')).toEqual(open('https://meet.test/room'));
  });

  it('says so while there is no room that lasts to the end', () => {
    expect(seen(0, { room: null })).toEqual({ state: 'preparing' });
    expect(seen(minutes(60), { room: null })).toEqual({ state: 'none' });
    const room = { url: 'https://w.test/1', hostUrl: '', lastsUntil: start + minutes(60) };
    expect(seen(0, { room })).toEqual(open('https://w.test/1'));
    const ends = { ...room, lastsUntil: room.lastsUntil - 1 };
    expect(seen(0, { room: ends })).toEqual({ state: 'preparing' });
  });
});

describe('secondsUntilRetry', () => {
  it.each([
    [1, null, 60],
    [2, null, 120],
    [7, null, 3600],
    [1000, null, 3600],
    [1, 30, 60],
    [1, 90, 90],
    [1, 1_000_000, 3600],
  ])('after %i failures, asked for %s seconds', (failures, pauseSeconds, seconds) => {
    expect(secondsUntilRetry({ failures, pauseSeconds })).toBe(seconds);
  });
});
