import { expect, it } from 'vitest';
import { eachDay } from '@/lib/bookings/rules/calendar-days';
import { secondClock } from './second-clock';

const dakar = { timeZone: 'Africa/Dakar', secondZone: 'Europe/Paris', locale: 'en' };
const wall = (text: string) => new Date(`${text}Z`);

it('says one time beside each hour in a week without a change', () => {
  const clock = secondClock(eachDay({ from: '2026-12-07', to: '2026-12-14' }), dakar);
  expect(clock.isSame).toBe(true);
  expect(clock.at(wall('2026-12-07T09:00'))).toBe('10:00');
  expect(clock.at(wall('2026-12-07T23:30'))).toBe('00:30');
});

it('says it for each day where either zone changes its clocks', () => {
  const clock = secondClock(eachDay({ from: '2026-10-19', to: '2026-10-26' }), dakar);
  expect(clock.isSame).toBe(false);
  expect(clock.ofDay(wall('2026-10-24T00:00'))).toEqual({
    city: 'Paris',
    here: '12:00',
    there: '14:00',
  });
  expect(clock.ofDay(wall('2026-10-25T00:00'))).toEqual({
    city: 'Paris',
    here: '12:00',
    there: '13:00',
  });
});

it('knows the week in which only one of two zones with summer time has changed', () => {
  const days = eachDay({ from: '2026-10-26', to: '2026-11-02' });
  const clock = secondClock(days, {
    timeZone: 'Europe/Paris',
    secondZone: 'America/New_York',
    locale: 'en',
  });
  expect(clock.isSame).toBe(false);
  expect(clock.ofDay(wall('2026-10-31T00:00')).there).toBe('07:00');
  expect(clock.ofDay(wall('2026-11-01T00:00')).there).toBe('06:00');
});
