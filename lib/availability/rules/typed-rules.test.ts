import { expect, it } from 'vitest';
import { bookingRules } from '../schema/availability';
import { typedRules } from './typed-rules';

const usual = {
  timeZone: 'Africa/Dakar',
  minimumNoticeMinutes: '120',
  horizonDays: '60',
  stepMinutes: '30',
  bufferBeforeMinutes: '0',
  bufferAfterMinutes: '15',
  cancelNoticeMinutes: '1440',
  moveNoticeMinutes: '1440',
  lateCancelPercent: '100',
  maxSessionsPerDay: '',
  maxSessionsPerWeek: '12',
  mostOpenEach: '6',
  mostRequestsEach: '3',
  confirmation: 'manual',
};
const formOf = (values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

it('reads what the schema reads', () => {
  expect(typedRules(formOf(usual))).toEqual(bookingRules.parse(usual));
});

it.each([
  ['stepMinutes', '0'],
  ['stepMinutes', ''],
  ['horizonDays', '366'],
  ['horizonDays', '1.5'],
  ['bufferAfterMinutes', '-5'],
  ['maxSessionsPerDay', '0'],
  ['maxSessionsPerWeek', 'many'],
  ['mostOpenEach', '0'],
  ['mostRequestsEach', ''],
  ['timeZone', 'Nowhere'],
  ['confirmation', ''],
])('reads nothing of a form whose %s is "%s"', (field, value) => {
  const typed = { ...usual, [field]: value };
  expect(typedRules(formOf(typed))).toBeNull();
  expect(bookingRules.safeParse(typed).success).toBe(false);
});
