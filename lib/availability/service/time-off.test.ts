import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { listTimeOffIn } from '@/db/queries/mentor-calendar';
import { at, makeMentor, makeUser, monday } from '@/testing/people';
import { addTimeOff } from './time-off';

const period = { start: monday, end: monday.add({ hours: 7 * 24 }) };
const span = { from: '2026-11-25T10:00', to: '2026-11-25T12:00', note: 'Dentist', now: monday };

it('is written in the wall time of the mentor', async () => {
  const { mentorId } = await makeMentor({ mentor: { timeZone: 'Africa/Nairobi' } });
  expect(await addTimeOff({ userId: mentorId, ...span })).toMatchObject({ ok: true });
  const [row] = await listTimeOffIn(db, { mentorId, period });
  expect(row?.note).toBe('Dentist');
  expect(row?.period.start.equals(at('2026-11-25T07:00'))).toBe(true);
});

it.each([
  [{ to: '2026-11-25T10:00' }, 'end_before_start'],
  [{ from: '2026-11-20T10:00', to: '2026-11-21T10:00' }, 'over'],
  [{ to: '2029-11-25T10:00' }, 'too_long'],
  [{ from: '2026-02-30T10:00' }, 'not_a_time'],
  [{ from: 'soon' }, 'not_a_time'],
])('is refused: %o is %s', async (values, reason) => {
  const { mentorId } = await makeMentor();
  expect(await addTimeOff({ userId: mentorId, ...span, ...values })).toEqual({ ok: false, reason });
  expect(await listTimeOffIn(db, { mentorId, period })).toEqual([]);
});

it('is not for those who do not mentor', async () => {
  const { id } = await makeUser();
  expect(await addTimeOff({ userId: id, ...span })).toEqual({ ok: false, reason: 'not_a_mentor' });
});
