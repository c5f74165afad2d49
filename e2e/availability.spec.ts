import type { Locator, Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { DASH } from '@/kernel/dash';
import { addDays, type Day, monthOf, noonOf, weekdayOf } from '@/kernel/time/calendar';
import { formatDay, localDay } from '@/kernel/time/format';
import { openAvailability, showDay, slotTexts } from './booking-steps';
import { expect, test } from './fixtures';
import { bookFor, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const reader = { locale: 'en', timeZone: 'Europe/Paris' } as const;

/** In Paris as the browser is, with hourly slots and no hours yet. */
function publishInParis(settings: Parameters<typeof publishMentor>[0] = {}) {
  return publishMentor({ ...settings, mentor: { timeZone: reader.timeZone, ...settings.mentor } });
}

const dayName = (day: Day) => formatDay(noonOf(day), { ...reader, timeZone: 'UTC' });

/** The next such ISO weekday that is neither today nor tomorrow. */
function nextDay(weekday: number): Day {
  const soon = addDays(localDay(Date.now(), reader.timeZone), 2);
  return addDays(soon, (weekday + 7 - weekdayOf(soon)) % 7);
}

/** The full hour of a day in Paris. */
function hourOf(day: Day, hour: number): Temporal.Instant {
  const time = { timeZone: reader.timeZone, plainTime: { hour } };
  return Temporal.PlainDate.from(day).toZonedDateTime(time).toInstant();
}

function part(page: Page, name: 'weekly' | 'dates' | 'holidays' | 'time-off' | 'rules') {
  return page.getByRole('region', { name: t(`availability.${name}Title`), exact: true });
}

function preview(page: Page) {
  const panel = page.getByRole('region', { name: t('availability.preview'), exact: true });
  return {
    panel,
    day: (day: Day, count: number) =>
      panel.getByRole('button', {
        name: t('availability.previewDay', { day: dayName(day), count }),
        exact: true,
      }),
    free: (time: string) =>
      panel.getByRole('button', { name: t('availability.timeFree', { time }), exact: true }),
    blocked: (time: string) =>
      panel.getByRole('button', { name: t('availability.timeBlocked', { time }), exact: true }),
  };
}

/** A field that is marked as required. */
function required(region: Locator, label: string) {
  return region.getByLabel(`${label} *`, { exact: true });
}

/** A field of the hours of a weekday in the weekly editor. */
function hours(page: Page, weekday: string, number: number, end: 'rowFrom' | 'rowTo') {
  const row = t('availability.row', { weekday, number });
  return part(page, 'weekly').getByLabel(t(`availability.${end}`, { row }), { exact: true });
}

test('a week is set with a preset and a copy, the preview follows, and visitors get it', async ({
  page,
  context,
  openBrowser,
  signIn,
}) => {
  const mentor = await publishInParis({ windows: [] });
  await signIn(context, { id: mentor.mentorId });
  await openAvailability(page);
  const tuesday = nextDay(2);
  const sunday = nextDay(7);
  const shown = preview(page);
  await expect(shown.day(tuesday, 0)).toBeVisible();

  await page.getByRole('button', { name: t('availability.presetWorkdays') }).click();
  await expect(shown.day(tuesday, 8)).toBeVisible();
  await expect(shown.day(sunday, 0)).toBeVisible();
  await expect(
    shown.panel.getByText(/with your unsaved changes/),
    'that nothing is saved yet',
  ).toBeVisible();
  const questions: string[] = [];
  page.once('dialog', (question) => {
    questions.push(question.message());
    void question.dismiss();
  });
  await page.getByRole('link', { name: t('workspace.services'), exact: true }).click();
  expect(questions).toEqual([t('common.leaveUnsaved')]);
  await expect(shown.day(tuesday, 8), 'what was to be left').toBeVisible();

  // A break on Mondays, which Tuesdays and Sundays get as well.
  await hours(page, 'Monday', 1, 'rowTo').fill('12:00');
  await page
    .getByRole('button', { name: t('availability.addHoursOn', { weekday: 'Monday' }) })
    .click();
  await expect(hours(page, 'Monday', 2, 'rowFrom')).toHaveValue('13:00');
  await page.getByLabel(t('availability.copyOf', { weekday: 'Monday' })).click();
  const copy = page.getByRole('group', { name: t('availability.copyTo') });
  await copy.getByLabel('Tuesday').check();
  await copy.getByLabel('Sunday').check();
  await copy.getByRole('button', { name: t('availability.copyNow'), exact: true }).click();
  await expect(copy).toBeHidden();
  await expect(shown.day(tuesday, 5)).toBeVisible();
  await expect(shown.day(sunday, 5)).toBeVisible();

  await page.getByRole('button', { name: t('availability.saveWeek') }).click();
  await expect(page.getByText(t('availability.weeklySaved'))).toBeVisible();
  await expect(shown.panel.getByText(/with your unsaved changes/)).toBeHidden();
  await shown.day(tuesday, 5).click();
  for (const time of ['09:00', '11:00', '13:00', '14:00']) {
    await expect(shown.free(time)).toBeVisible();
  }

  const visitors = await (await openBrowser()).newPage();
  await visitors.goto(mentor.path);
  await showDay(visitors, hourOf(tuesday, 12), reader);
  await expect
    .poll(() => slotTexts(visitors))
    .toEqual(['09:00', '10:00', '11:00', '13:00', '14:00']);
});

test('hours that cannot be say so at the field, and nothing is saved', async ({
  page,
  context,
  signIn,
}) => {
  const mentor = await publishInParis({ windows: [{ days: [3] }] });
  await signIn(context, { id: mentor.mentorId });
  await openAvailability(page);
  const end = hours(page, 'Wednesday', 1, 'rowTo');
  await expect(end).toHaveValue('17:00');
  await end.fill('08:00');
  await expect(end).toHaveAccessibleDescription(t('availability.problem_end_before_start'));
  // The row that cannot be is left out of the preview meanwhile.
  await expect(preview(page).day(nextDay(3), 0)).toBeVisible();

  await page.getByRole('button', { name: t('availability.saveWeek') }).click();
  await expect(page.getByText(t('availability.notSaved'))).toBeVisible();
  await expect(end).toBeFocused();
  await expect(end).toHaveValue('08:00');

  await end.fill('17:00');
  await page
    .getByRole('button', { name: t('availability.addHoursOn', { weekday: 'Wednesday' }) })
    .click();
  const second = hours(page, 'Wednesday', 2, 'rowFrom');
  await second.fill('16:00');
  await expect(second).toHaveAccessibleDescription(t('availability.problem_overlap'));
  await second.fill('18:00');
  await part(page, 'weekly')
    .getByRole('group', { name: t('availability.row', { weekday: 'Wednesday', number: 2 }) })
    .locator('summary')
    .click();
  const zone = page
    .getByRole('group', { name: t('availability.row', { weekday: 'Wednesday', number: 2 }) })
    .getByRole('combobox', { name: t('availability.rowZone') });
  await zone.fill('Mars/Olympus');
  await zone.blur();
  await expect(zone).toHaveAccessibleDescription(
    new RegExp(t('availability.problem_unknown_zone').slice(0, 20)),
  );
  await page.getByRole('button', { name: t('availability.undo') }).click();
  await expect(hours(page, 'Wednesday', 1, 'rowTo')).toHaveValue('17:00');
  await expect(second).toBeHidden();
});

test('several dates get other hours, a blocked time tells why, and who is left outside is listed', async ({
  page,
  context,
  signIn,
}) => {
  const [mentor, mentee] = await Promise.all([
    publishInParis({ windows: [{ startTime: '09:00', endTime: '18:00' }] }),
    makeMentee(),
  ]);
  await signIn(context, { id: mentor.mentorId });
  const wednesday = addDays(nextDay(3), 21);
  const next = addDays(wednesday, 1);
  const booking = await bookFor(mentee.id, mentor, hourOf(wednesday, 10));
  await openAvailability(page);
  const shown = preview(page);
  const dates = part(page, 'dates');

  await test.step('dates are ticked with the keyboard, through months', async () => {
    const cell = (day: Day) => dates.locator(`input[type=checkbox][value="${day}"]`);
    const today = localDay(Date.now(), reader.timeZone);
    await cell(today).focus();
    for (let day = today; day < wednesday; day = addDays(day, 1)) {
      await page.keyboard.press('ArrowRight');
    }
    await expect(cell(wednesday)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(cell(wednesday)).toBeChecked();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await expect(cell(next)).toBeChecked();
    if (monthOf(next) !== monthOf(wednesday)) await expect(cell(wednesday)).toBeHidden();
    await expect(dates.getByText(t('availability.onTheseDates', { count: 2 }))).toBeVisible();
  });

  await test.step('the preview goes there, and shows the hours that are typed', async () => {
    await expect(shown.day(next, 0)).toHaveAttribute('aria-pressed', 'true');
    await dates.getByRole('radio', { name: t('availability.change_hours') }).check();
    const row = t('availability.hoursNumber', { number: 1 });
    await dates.getByLabel(t('availability.rowFrom', { row })).fill('15:00');
    await dates.getByLabel(t('availability.rowTo', { row })).fill('17:00');
    await expect(shown.day(next, 2)).toBeVisible();
    await expect(shown.free('15:00')).toBeVisible();
    await shown.blocked('10:00').click();
    await expect(
      shown.panel.getByText(t('timeReasons.other_hours', { day: dayName(next) })),
    ).toBeVisible();
  });

  await test.step('they are saved together', async () => {
    await dates.getByRole('button', { name: t('availability.saveDates') }).click();
    await expect(page.getByText(t('availability.datesSaved'))).toBeVisible();
    await dates.getByText(t('availability.datesSet', { count: 2 })).click();
    await expect(dates.getByText(`15:00${DASH}17:00`)).toHaveCount(2);
  });

  await test.step('the booking of one of them stays, and is listed with what to do', async () => {
    await page.getByRole('link', { name: t('availability.outsideJump', { count: 1 }) }).click();
    const outside = page.getByRole('region', {
      name: t('availability.outsideTitle', { count: 1 }),
    });
    await expect(outside.getByText(mentee.name)).toBeVisible();
    const { reference } = booking;
    await expect(
      outside.getByRole('link', { name: t('availability.outsideCancelOf', { reference }) }),
    ).toHaveAttribute('href', `${booking.path}/cancel`);
    await outside
      .getByRole('link', { name: t('availability.outsideMoveOf', { reference }) })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: t('moving.title') })).toBeVisible();
  });
});

test('time off and a booking block times with their reasons', async ({ page, context, signIn }) => {
  const [mentor, mentee] = await Promise.all([
    publishInParis({
      windows: [{ startTime: '08:00', endTime: '20:00' }],
      mentor: { bufferAfterMinutes: 30 },
    }),
    makeMentee(),
  ]);
  await signIn(context, { id: mentor.mentorId });
  const day = nextDay(4);
  await bookFor(mentee.id, mentor, hourOf(day, 10));
  await openAvailability(page);
  const shown = preview(page);
  const off = part(page, 'time-off');

  await required(off, t('availability.offFrom')).fill(day);
  await off.getByLabel(t('availability.offFromTime')).fill('14:00');
  await required(off, t('availability.offTo')).fill(day);
  await off.getByLabel(t('availability.offToTime')).fill('12:00');
  await off.getByRole('button', { name: t('availability.saveOff') }).click();
  await expect(required(off, t('availability.offTo'))).toHaveAccessibleDescription(
    t('availability.refused_end_before_start'),
  );
  await off.getByLabel(t('availability.offToTime')).fill('16:00');
  await off.getByLabel(t('availability.note')).fill('At the dentist');
  await off.getByRole('button', { name: t('availability.saveOff') }).click();
  await expect(page.getByText(t('availability.time-offSaved'))).toBeVisible();
  await expect(off.getByText('At the dentist')).toBeVisible();

  await shown.panel.getByRole('button', { name: new RegExp(`^${dayName(day)}:`) }).click();
  const session = t('timeReasons.sessionWith', { title: 'Mock interview', names: mentee.name });
  await shown.blocked('10:00').click();
  await expect(
    shown.panel.getByText(
      t('timeReasons.taken_booking', { name: session, from: '10:00', to: '11:00' }),
    ),
  ).toBeVisible();
  await expect(shown.panel.getByRole('link', { name: t('timeReasons.openBooking') })).toBeVisible();
  await shown.blocked('11:00').click();
  await expect(
    shown.panel.getByText(
      t('timeReasons.buffer_booking', { name: session, from: '10:00', to: '11:00' }),
    ),
  ).toBeVisible();
  // More than one reason: the session would begin in time off, and where no slot does.
  await shown.panel.getByLabel(t('availability.askTime')).fill('15:30');
  await shown.panel.getByRole('button', { name: t('availability.ask'), exact: true }).click();
  await expect(
    shown.panel.getByText(t('timeReasons.taken_time_off', { from: '14:00', to: '16:00' })),
  ).toBeVisible();
  await expect(shown.panel.getByText(t('timeReasons.off_grid'))).toBeVisible();

  await off.getByRole('button', { name: /^Remove time off/ }).click();
  await expect(off.getByText('At the dentist')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('hours, dates, holidays, time off and rules are saved by plain forms', async ({
    page,
    context,
    signIn,
  }) => {
    const mentor = await publishInParis({ windows: [{ days: [1] }] });
    await signIn(context, { id: mentor.mentorId });
    await page.goto('/mentor/availability');
    await hours(page, 'Friday', 1, 'rowFrom').fill('18:00');
    await hours(page, 'Friday', 1, 'rowTo').fill('17:00');
    await page.getByRole('button', { name: t('availability.saveWeek') }).click();
    const end = hours(page, 'Friday', 1, 'rowTo');
    await expect(end).toHaveAccessibleDescription(t('availability.problem_end_before_start'));
    await end.fill('19:00');
    await page.getByRole('button', { name: t('availability.saveWeek') }).click();
    await expect(page.getByText(t('availability.weeklySaved'))).toBeVisible();
    await expect(preview(page).day(nextDay(5), 1)).toBeVisible();

    const holidays = part(page, 'holidays');
    await holidays.getByLabel(t('availability.country')).selectOption('FR');
    await holidays.getByRole('button', { name: t('availability.showHolidays') }).click();
    await holidays.getByRole('button', { name: /^Close Christmas Day/ }).click();
    await expect(page.getByText(t('availability.holidaysSaved'))).toBeVisible();

    const rules = part(page, 'rules');
    await rules.getByLabel(t('availability.rule_horizonDays')).fill('400');
    await rules.getByRole('button', { name: t('availability.saveRules') }).click();
    const horizon = rules.getByLabel(t('availability.rule_horizonDays'));
    await expect(horizon).toHaveAttribute('aria-invalid', 'true');
    await horizon.fill('90');
    await rules.getByRole('button', { name: t('availability.saveRules') }).click();
    await expect(page.getByText(t('availability.rulesSaved'))).toBeVisible();
  });
});
