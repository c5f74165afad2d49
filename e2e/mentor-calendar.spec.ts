import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { DASH } from '@/kernel/dash';
import { formatDateTime } from '@/kernel/time/format';
import { dayName } from './booking-steps';
import { drag, press } from './calendar-grid';
import { expect, test } from './fixtures';
import { bookFor, makeMentee, ownName, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const mentors = { locale: 'en', timeZone: 'UTC' } as const;

// High enough to see the working day at once.
test.use({ viewport: { width: 1280, height: 1300 } });

/** The Wednesday of the week after next: whole in the future, and in view with its whole week. */
const wednesday = nextWednesday();

function nextWednesday() {
  const today = Temporal.Now.plainDateISO('UTC');
  return today.add({ days: 14 }).subtract({ days: today.dayOfWeek - 3 });
}

const at = (time: string) =>
  wednesday.toZonedDateTime({ timeZone: 'UTC', plainTime: time }).toInstant();
const told = (time: string) => formatDateTime(at(time).epochMilliseconds, mentors);

/** A mentor in UTC who is open from 9 to 13 every day. */
async function publishMorningMentor(mentor: { confirmation?: 'manual' } = {}) {
  const windows = [{ startTime: '09:00', endTime: '13:00' }];
  return publishMentor({ windows, mentor });
}

async function openWeek(page: Page) {
  await page.goto(`/mentor/calendar?day=${wednesday.toString()}`);
  // The first column's day, once the grid's script has come.
  await expect(page.locator(`div[data-date="${wednesday.toString()}"]`).first()).toBeVisible();
}

test('a session is dragged to another time; where the mentor is not free, the dialog says why', async ({
  context,
  page,
  signIn,
}) => {
  const mentor = await publishMorningMentor();
  const [mentee, other] = await Promise.all([makeMentee(), makeMentee()]);
  await bookFor(mentee.id, mentor, at('09:00'));
  await bookFor(other.id, mentor, at('12:00'));
  await signIn(context, { id: mentor.mentorId });
  await openWeek(page);
  const session = page.getByRole('button', { name: new RegExp(mentee.name) });
  await expect(session).toContainText('09:00–10:00');

  // By its middle, by two hours and a half: to 11:30.
  await drag(page, wednesday.toString(), { from: '09:30', to: '12:00' });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(t('mentorCalendar.moveBlocked'))).toBeVisible();
  await expect(dialog.getByText(new RegExp(`${other.name}, 12:00${DASH}13:00`))).toBeVisible();
  await dialog.getByRole('button', { name: t('mentorCalendar.cancel') }).click();
  await expect(dialog).toBeHidden();
  await expect(session).toContainText('09:00–10:00');

  await drag(page, wednesday.toString(), { from: '09:30', to: '14:30' });
  await expect(dialog.getByText(told('14:00'))).toBeVisible();
  await expect(dialog.getByText(mentee.name)).toBeVisible();
  await dialog.getByRole('button', { name: t('mentorCalendar.moveConfirm') }).click();
  await expect(page.getByText(t('mentorCalendar.moved', { when: told('14:00') }))).toBeVisible();
  await expect(session).toContainText('14:00–15:00');
  await page.reload();
  await expect(session).toContainText('14:00–15:00');
});

test('everybody in a group is written to, and it is called off for all of them', async ({
  context,
  page,
  signIn,
}) => {
  const mentor = await publishMentor({ service: { capacity: 5 } });
  const [one, other] = await Promise.all([makeMentee(), makeMentee()]);
  for (const { id } of [one, other]) await bookFor(id, mentor, at('09:00'));
  await signIn(context, { id: mentor.mentorId });
  await page.goto(`/mentor/calendar?view=list&day=${wednesday.toString()}`);
  await page.getByRole('button', { name: /Mock interview/ }).click();
  const dialog = page.getByRole('dialog');
  for (const { name } of [one, other]) await expect(dialog.getByText(name).first()).toBeVisible();

  await dialog.getByText(t('messageAll.title')).click();
  await dialog.getByLabel(t('messageAll.text')).fill('Please bring your CV.');
  await dialog.getByRole('button', { name: t('messageAll.submit', { count: 2 }) }).click();
  await expect(dialog.getByText(t('messageAll.sent', { count: 2 }))).toBeVisible();

  await dialog.getByText(t('mentorCalendar.cancelAll')).click();
  await dialog.getByRole('textbox', { name: t('cancelling.reason') }).fill('I am ill.');
  await dialog
    .getByRole('button', { name: t('mentorCalendar.cancelAllSubmit', { count: 2 }) })
    .click();
  await expect(dialog.getByText(t('mentorCalendar.cancelledAll'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Mock interview/ })).toBeHidden();
});

test('a blocked time says why, is opened once, and is free; then it is taken off again', async ({
  context,
  page,
  signIn,
}) => {
  const mentor = await publishMorningMentor();
  await signIn(context, { id: mentor.mentorId });
  await openWeek(page);
  const dialog = page.getByRole('dialog');
  await press(page, wednesday.toString(), '14:00');
  await expect(dialog.getByText(t('timeReasons.notFree', { time: told('14:00') }))).toBeVisible();
  await expect(dialog.getByText(t('timeReasons.outside_windows', { time: '14:00' }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await drag(page, wednesday.toString(), { from: '14:00', to: '15:00', below: -6 });
  const day = dayName(at('14:00'), mentors);
  const hours = `09:00${DASH}13:00 and 14:00${DASH}15:00`;
  await expect(dialog.getByText(t('mentorCalendar.willOpen', { day, hours }))).toBeVisible();
  await dialog.getByRole('button', { name: t('mentorCalendar.saveOpen') }).click();
  await expect(page.getByText(t('mentorCalendar.opened', { day, hours }))).toBeVisible();
  await expect(dialog).toBeHidden();
  await press(page, wednesday.toString(), '14:00');
  await expect(dialog.getByText(t('timeReasons.free', { time: told('14:00') }))).toBeVisible();

  await dialog.getByRole('radio', { name: t('mentorCalendar.use_off') }).check();
  await dialog.getByLabel(t('mentorCalendar.note')).fill('Dentist');
  await dialog.getByRole('button', { name: t('mentorCalendar.saveTimeOff') }).click();
  await expect(page.getByText(t('mentorCalendar.timeOffSaved'))).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /Dentist/ }).click();
  await dialog.getByRole('button', { name: t('mentorCalendar.removeTimeOff') }).click();
  await expect(page.getByText(t('mentorCalendar.timeOffRemoved'))).toBeVisible();
  await expect(page.getByRole('button', { name: /Dentist/ })).toBeHidden();
});

test('a request is answered from the list, by keyboard', async ({ context, page, signIn }) => {
  const mentor = await publishMorningMentor({ confirmation: 'manual' });
  const [mentee, other] = await Promise.all([makeMentee(), makeMentee()]);
  await bookFor(mentee.id, mentor, at('09:00'), 'Which first job');
  await bookFor(other.id, mentor, at('11:00'));
  await signIn(context, { id: mentor.mentorId });
  await openWeek(page);
  await page.getByRole('link', { name: t('mentorCalendar.list'), exact: true }).press('Enter');
  await page.getByRole('button', { name: new RegExp(mentee.name) }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Which first job')).toBeVisible();
  await dialog.getByRole('button', { name: t('bookingPage.accept') }).press('Enter');
  await expect(dialog.getByText(t('bookingPage.acceptedTitle'))).toBeVisible();
  await expect(dialog.getByText(t('bookingStatus.confirmed'), { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: new RegExp(mentee.name) })).toContainText(
    t('bookingStatus.confirmed'),
  );

  await page.getByRole('button', { name: new RegExp(other.name) }).press('Enter');
  await dialog.getByText(t('bookingPage.decline'), { exact: true }).click();
  await dialog.getByRole('button', { name: t('cancelling.submitDecline') }).click();
  await expect(dialog.getByText(t('cancelling.reasonMissing'))).toBeVisible();
  await dialog.getByLabel(t('cancelling.reason')).fill('I am away that week.');
  await dialog.getByRole('button', { name: t('cancelling.submitDecline') }).click();
  await expect(dialog.getByText(t('bookingPage.declinedTitle'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: new RegExp(other.name) })).toBeHidden();
});

test('a phone begins with the list, views and days stand in the address, and nothing jumps', async ({
  context,
  page,
  signIn,
}) => {
  const mentor = await publishMorningMentor();
  const mentee = await makeMentee({ name: `${'A'.repeat(60)} ${ownName('Awa')}` });
  await bookFor(mentee.id, mentor, at('09:00'));
  await signIn(context, { id: mentor.mentorId });
  await page.addInitScript(countShifts);
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  const day = wednesday.toString();
  const link = (name: Parameters<typeof t>[0]) =>
    page.getByRole('link', { name: t(name), exact: true });
  const columns = page.locator('[role=columnheader][data-date]');

  await page.setViewportSize({ width: 390, height: 664 });
  await page.goto(`/mentor/calendar?day=${day}`);
  const line = page.getByRole('button', { name: new RegExp(mentee.name) });
  await expect(line).toContainText('09:00–10:00');
  await page.waitForLoadState('networkidle');
  const ofList = scripts.length;
  expect(await page.evaluate(shifted)).toBeLessThan(0.02);

  await link('mentorCalendar.threeDays').click();
  await expect(columns).toHaveCount(3);
  expect(scripts.length, 'the grid comes only when it is asked for').toBeGreaterThan(ofList);
  const entry = page.getByRole('button', { name: new RegExp(mentee.name) });
  const [box, text] = await Promise.all([
    entry.boundingBox(),
    entry.locator('.entry').boundingBox(),
  ]);
  expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual(
    (box?.x ?? 0) + (box?.width ?? 0),
  );
  expect((text?.y ?? 0) + (text?.height ?? 0)).toBeLessThanOrEqual(
    (box?.y ?? 0) + (box?.height ?? 0) + 1,
  );
  await page.getByRole('link', { name: t('mentorCalendar.next') }).click();
  await expect(page).toHaveURL(
    new RegExp(`view=week&day=${wednesday.add({ days: 3 }).toString()}`),
  );
  await expect(entry).toBeHidden();
  await page.reload();
  await expect(columns).toHaveCount(3);
  expect(await page.evaluate(shifted)).toBeLessThan(0.02);

  await link('mentorCalendar.month').click();
  await page
    .getByRole('link', {
      name: t('mentorCalendar.dayWith', { day: dayName(at('09:00'), mentors), count: 1 }),
    })
    .click();
  await expect(line).toContainText('09:00–10:00');

  // What was chosen is remembered, and fits a wide page in another shape.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`/mentor/calendar?day=${day}`);
  await expect(page.locator(`[data-date="${day}"]`).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(shifted)).toBeLessThan(0.02);
  const grid = await page.locator('.calendar-place').boundingBox();
  expect(grid?.y).toBeLessThan(300);
});

/** Adds up how far things jump that nobody has touched. */
function countShifts() {
  const counted = window as unknown as { shift: number };
  counted.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) counted.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

function shifted(): number {
  return (window as unknown as { shift: number }).shift;
}
