import { expect, it } from 'vitest';
import type { WindowDraft } from '@/domain/availability';
import { mergeDays } from './weekly-set';
import { withoutSpans } from './weekly-block';

const office: WindowDraft = {
  days: [1, 2, 3],
  start: '09:00',
  end: '17:00',
  timeZone: null,
  capacity: null,
  firstOn: null,
  lastOn: null,
  active: true,
};
const lunch = { day: 2, start: '12:00', end: '13:00' };

const hours = (windows: readonly WindowDraft[], spans = [lunch]) =>
  mergeDays(withoutSpans(windows, spans)).map(
    ({ days, start, end }) => `${days.join('')} ${start}-${end}`,
  );

it('cuts a stretch out of its weekday, and leaves the others', () => {
  expect(hours([office])).toEqual(['13 09:00-17:00', '2 09:00-12:00', '2 13:00-17:00']);
});

it('takes a window away that lies wholly inside, and an end of one that reaches in', () => {
  const short = { ...office, days: [2], start: '12:15', end: '12:45' };
  const late = { ...office, days: [2], start: '12:30', end: '14:00' };
  expect(hours([short, late])).toEqual(['2 13:00-14:00']);
});

it('goes on over midnight as two stretches', () => {
  const night = { ...office, days: [2, 3], start: '00:00', end: '24:00' };
  const spans = [
    { day: 2, start: '22:00', end: '24:00' },
    { day: 3, start: '00:00', end: '06:00' },
  ];
  expect(hours([night], spans)).toEqual(['2 00:00-22:00', '3 06:00-24:00']);
});

it('leaves windows that are on another clock, and those that are paused', () => {
  const abroad = { ...office, timeZone: 'Asia/Tokyo' };
  const paused = { ...office, active: false };
  expect(withoutSpans([abroad, paused], [lunch])).toEqual([abroad, paused]);
});
