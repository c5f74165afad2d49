import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { listWeeklyWindows } from '@/db/queries/availability';
import { listTimeOffIn } from '@/db/queries/mentor-calendar';
import { at, makeMentor, makeUser, monday } from '@/testing/people';
import { blockWeekly } from './block-weekly';
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

it('is changed in one step: the old is gone and the new is there, or nothing has changed', async () => {
  const { mentorId } = await makeMentor();
  const made = await addTimeOff({ userId: mentorId, ...span });
  if (!made.ok) throw new Error(made.reason);
  const later = { ...span, from: '2026-11-26T10:00', to: '2026-11-26T11:00', note: 'Later' };
  const replaces = made.value.id;
  const notes = async () => (await listTimeOffIn(db, { mentorId, period })).map(({ note }) => note);
  const wrong = { ...later, to: later.from, replaces };
  expect(await addTimeOff({ userId: mentorId, ...wrong })).toMatchObject({ ok: false });
  expect(await notes()).toEqual(['Dentist']);
  const stranger = await makeMentor();
  expect(await addTimeOff({ userId: stranger.mentorId, ...later, replaces })).toMatchObject({
    reason: 'not_found',
  });
  expect(await addTimeOff({ userId: mentorId, ...later, replaces })).toMatchObject({ ok: true });
  expect(await notes()).toEqual(['Later']);
  expect(await addTimeOff({ userId: mentorId, ...later, replaces })).toMatchObject({
    reason: 'not_found',
  });
});

it('is taken every week: the hours lose it on that weekday, for good', async () => {
  const { mentorId } = await makeMentor();
  const wednesday = {
    userId: mentorId,
    from: '2026-11-25T12:00',
    to: '2026-11-25T13:00',
    now: monday,
  };
  const hours = async () =>
    (await listWeeklyWindows(db, { mentorId }))
      .map(({ days, start, end }) => `${days.join('')} ${start}-${end}`)
      .toSorted();
  expect(await blockWeekly(wednesday)).toMatchObject({ ok: true });
  const cut = ['124567 09:00-17:00', '3 09:00-12:00', '3 13:00-17:00'];
  expect(await hours()).toEqual(cut);
  expect(await blockWeekly(wednesday)).toEqual({ ok: false, reason: 'not_open_then' });
  expect(await blockWeekly({ ...wednesday, to: wednesday.from })).toMatchObject({ ok: false });
  expect(await hours()).toEqual(cut);
});
