import type { Locator, Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { DASH } from '@/kernel/dash';
import { formatDayShort, formatRange } from '@/kernel/time/format';
import { type Reader, showDay, untilInteractive, wallTime } from './booking-steps';
import { expect, test } from './fixtures';
import { mailedPath, openMail } from './mailbox';
import {
  bookBatchFor,
  bookFor,
  closeDate,
  hourAhead,
  makeMentee,
  publishMentor,
  type TestMentor,
} from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const dakar: Reader = { locale: 'en', timeZone: 'Africa/Dakar' };
test.use({ timezoneId: dakar.timeZone });

const starts = [hourAhead(3, 9), hourAhead(3, 12), hourAhead(3, 15)] as const;
const [, contested] = starts;

test('all or nothing: one was taken meanwhile, nothing is booked, and another is swapped in', async ({
  page,
  context,
  signIn,
}) => {
  const mentor = await chooseThree({ page, context, signIn });
  await page.getByRole('textbox', { name: t('booking.subject') }).fill('A whole course');
  await bookFor((await makeMentee()).id, mentor, contested);
  await bookButton(page, 3).click();

  const refusal = page.getByRole('alert').filter({ hasText: t('booking.refusals.not_all.title') });
  await expect(refusal).toBeVisible();
  const gone = sessionRow(page, contested);
  await expect(gone).toContainText(t('batch.slot_slot_taken'));
  await expect(page.getByRole('textbox', { name: t('booking.subject') })).toHaveValue(
    'A whole course',
  );
  expect(await bookedTimes(page)).toEqual([]);

  // The others are still ticked, and one of the nearest takes the place of the one that has gone.
  await expect(page.getByRole('checkbox', { name: timeText(starts[0]) })).toBeChecked();
  await gone.getByRole('checkbox', { name: /13:00$/ }).check();
  await bookButton(page, 3).click();
  await expect(
    page.getByRole('heading', { name: t('booking.done.confirmed.title', { count: 3 }) }),
  ).toBeFocused();

  await page.getByRole('link', { name: t('booking.seeBookings') }).click();
  const sessions = page.getByRole('list', { name: t('batch.list') }).getByRole('listitem');
  await expect(sessions).toHaveCount(3);
  await expect(sessions.nth(1)).toContainText('13:00–14:00');
  await sessions
    .nth(1)
    .getByRole('link', { name: t('batch.open') })
    .click();
  await expect(page.getByText('A whole course')).toBeVisible();
  await page.getByRole('link', { name: t('batch.partOf', { count: 3 }) }).click();
  await expect(sessions).toHaveCount(3);
});

test('what fits: two are booked, and the third is booked at another time', async ({
  page,
  context,
  signIn,
}) => {
  const mentor = await chooseThree({ page, context, signIn });
  await page.getByRole('textbox', { name: t('booking.subject') }).fill('Twice a week');
  await page.getByRole('radio', { name: t('batch.policy_fits') }).check();
  await bookFor((await makeMentee()).id, mentor, contested);
  await bookButton(page, 3).click();

  await expect(
    page.getByRole('heading', { name: t('booking.done.confirmed.some', { count: 2, all: 3 }) }),
  ).toBeFocused();
  const failed = page.getByRole('region', { name: t('batch.notBooked') });
  await expect(failed).toContainText(timeText(contested));
  await expect(failed).toContainText(t('batch.slot_slot_taken'));
  await expect(failed.getByRole('checkbox')).toHaveCount(3);
  await expect(failed.getByRole('checkbox', { checked: true })).toHaveCount(1);
  expect(await bookedTimes(page)).toHaveLength(2);

  await failed.getByRole('button', { name: t('batch.takeThese') }).click();
  // What was said about the sessions goes along.
  await expect(page.getByRole('textbox', { name: t('booking.subject') })).toHaveValue(
    'Twice a week',
  );
  await bookButton(page, 1).click();
  await expect(
    page.getByRole('heading', { name: t('booking.done.confirmed.title', { count: 1 }) }),
  ).toBeFocused();
  expect(await bookedTimes(page)).toHaveLength(3);
});

test('a series keeps its wall time when the clocks change, and passes over a closed date', async ({
  page,
  context,
  signIn,
}) => {
  const timeZone = 'Europe/Paris';
  const change = changeAhead(timeZone);
  const mentor = await publishMentor({
    mentor: { timeZone, horizonDays: 365 },
    windows: [{ startTime: '08:00', endTime: '20:00' }],
  });
  const dates = [-9, -2, 5, 12].map((days) => change.toPlainDate().add({ days }));
  const [first, second, ...later] = dates.map((date) =>
    date.toZonedDateTime({ timeZone, plainTime: { hour: 10 } }).toInstant(),
  );
  const [, closed] = dates;
  if (!first || !second || !closed) throw new Error('no dates');
  await closeDate(mentor, closed.toString());
  await signIn(context, await makeMentee());

  await page.goto(`${mentor.path}?day=${dates[0]?.toString() ?? ''}`);
  await untilInteractive(page, dakar);
  await severalSwitch(page).click();
  await slotBox(page, first).check();
  await page.getByText(t('basket.repeat')).click();
  await page.getByLabel(t('basket.times')).selectOption('4');
  await page.getByRole('button', { name: t('basket.showDates') }).click();

  const found = page.getByRole('region', { name: t('basket.seriesLabel') });
  await expect(found).toBeFocused();
  await expect(found).toContainText(t('basket.seriesFound', { free: 3, count: 4 }));
  const passedOver = found.getByRole('listitem').filter({ hasText: timeText(second) });
  await expect(passedOver).toContainText(t('basket.reason_not_offered', { name: mentor.name }));
  await expect(passedOver.locator('s')).toBeVisible();
  // In Paris it stays ten o'clock; in Dakar, where clocks never change, it does not.
  expect(wallTime(first, dakar.timeZone)).not.toBe(wallTime(later[0] ?? first, dakar.timeZone));
  await expect(found).toContainText(
    t('basket.clocksOfMentor', {
      time: wallTime(later[0] ?? first, dakar.timeZone),
      city: 'Paris',
      name: mentor.name,
    }),
  );

  await expect(found.getByRole('link', { name: t('basket.takeOut', { count: 2 }) })).toBeVisible();
  // The address has it, so a reload changes nothing.
  await page.reload();
  await page.getByRole('link', { name: t('basket.goOn') }).click();
  await bookButton(page, 3).click();
  await expect(
    page.getByRole('heading', { name: t('booking.done.confirmed.title', { count: 3 }) }),
  ).toBeFocused();
  expect(await bookedTimes(page)).toEqual([first, ...later].map(rangeText));
});

test('the basket survives signing in', async ({ page }) => {
  const [mentor, mentee] = await Promise.all([publishMentor(), makeMentee()]);
  await page.goto(mentor.path);
  await tick(page, starts.slice(0, 2));
  await page.getByRole('link', { name: t('basket.goOn') }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: t('batch.signIn'), exact: true })
    .click();
  await page.getByRole('textbox', { name: t('signIn.email') }).fill(mentee.email);
  await page.getByRole('button', { name: t('signIn.send') }).click();
  await expect(page.getByText(t('signIn.sentTitle'))).toBeVisible();
  await openMail(page, { to: mentee.email, subject: t('email.signIn.subject') });
  await page.goto(await mailedPath(page, 'sign-in'));
  await page
    .getByRole('main')
    .getByRole('button', { name: t('signIn.signIn') })
    .click();

  await expect(page.getByRole('checkbox', { name: timeText(starts[0]) })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: timeText(starts[1]) })).toBeChecked();
  await bookButton(page, 2).click();
  await expect(
    page.getByRole('heading', { name: t('booking.done.confirmed.title', { count: 2 }) }),
  ).toBeFocused();
});

test('one of a batch is cancelled, then the rest; others see nothing of it', async ({
  page,
  context,
  signIn,
  openBrowser,
}) => {
  const [mentor, mentee] = await Promise.all([publishMentor(), makeMentee()]);
  const batch = await bookBatchFor(mentee.id, mentor, [...starts]);
  const stranger = await openBrowser();
  await signIn(stranger, await makeMentee());
  const strangersPage = await stranger.newPage();
  await strangersPage.goto(batch.path);
  await expect(
    strangersPage.getByRole('heading', { name: t('errors.notFoundTitle') }),
  ).toBeVisible();

  await signIn(context, mentee);
  await page.goto(batch.path);
  const sessions = page.getByRole('list', { name: t('batch.list') }).getByRole('listitem');
  await sessions
    .nth(0)
    .getByRole('link', { name: t('batch.cancelOne') })
    .click();
  await page.getByRole('textbox', { name: t('cancelling.reason') }).fill('I am away');
  await page.getByRole('button', { name: t('cancelling.submit', { count: 1 }) }).click();
  await page.getByRole('link', { name: t('batch.partOf', { count: 3 }) }).click();
  await expect(sessions.nth(0)).toContainText(t('bookingStatus.cancelled'));
  await expect(sessions.nth(1)).toContainText(t('bookingStatus.confirmed'));

  await page.getByRole('link', { name: t('batch.cancelOpen') }).click();
  await expect(sessions).toHaveCount(2);
  await expect(page.getByText(t('cancelling.sumFree'))).toBeVisible();
  const cancel = page.getByRole('button', { name: t('cancelling.submit', { count: 2 }) });
  await cancel.click();
  await expect(page.getByText(t('cancelling.reasonMissing'))).toBeVisible();
  await page.getByRole('textbox', { name: t('cancelling.reason') }).fill('I have found a job');
  await cancel.click();
  await expect(page.getByText(t('batch.cancelledTitle'))).toBeVisible();
  const cancelled = { hasText: t('bookingStatus.cancelled') };
  await expect(sessions.filter(cancelled)).toHaveCount(3);
  await expect(page.getByRole('link', { name: t('batch.cancelOpen') })).toBeHidden();

  // The mentor sees the same, with nothing left to do.
  const mentors = await openBrowser();
  await signIn(mentors, { id: mentor.mentorId });
  const mentorsPage = await mentors.newPage();
  await mentorsPage.goto(batch.path);
  await expect(mentorsPage.getByRole('listitem').filter(cancelled)).toHaveCount(3);
});

test.describe('without JavaScript', () => {
  // Nobody tells the server another zone then, so times are the mentor's.
  test.use({ javaScriptEnabled: false });

  test('several times are chosen, one repeated, one has gone, and the rest is booked', async ({
    page,
    context,
    signIn,
  }) => {
    const [mentor, mentee] = await Promise.all([publishMentor(), makeMentee()]);
    const utc: Reader = { locale: 'en', timeZone: 'UTC' };
    await signIn(context, mentee);
    await page.goto(`${mentor.path}/book`);
    await showDay(page, starts[0], utc);
    await severalSwitch(page).click();
    for (const start of starts.slice(0, 2)) {
      await slotBox(page, start).click();
      await expect(slotBox(page, start)).toBeChecked();
    }
    await page.getByText(t('basket.repeat')).click();
    await page.getByLabel(t('basket.times')).selectOption('3');
    await page.getByRole('button', { name: t('basket.showDates') }).click();
    await page.getByRole('link', { name: t('basket.goOn') }).click();
    await expect(bookButton(page, 4)).toBeVisible();

    await bookFor((await makeMentee()).id, mentor, contested);
    await page.getByRole('textbox', { name: t('booking.subject') }).fill('Four sessions');
    await page.getByRole('radio', { name: t('batch.policy_fits') }).check();
    await bookButton(page, 4).click();
    await expect(
      page.getByRole('heading', { name: t('booking.done.confirmed.some', { count: 3, all: 4 }) }),
    ).toBeVisible();
    await page.getByRole('button', { name: t('batch.takeThese') }).click();
    await bookButton(page, 1).click();
    await expect(
      page.getByRole('heading', { name: t('booking.done.confirmed.title', { count: 1 }) }),
    ).toBeVisible();
  });
});

type Opened = Pick<Parameters<Parameters<typeof test>[2]>[0], 'page' | 'context' | 'signIn'>;

/** A signed-in mentee who has three times of a day before them, at the last step. */
async function chooseThree({ page, context, signIn }: Opened): Promise<TestMentor> {
  const [mentor, mentee] = await Promise.all([publishMentor(), makeMentee()]);
  await signIn(context, mentee);
  await page.goto(mentor.path);
  await tick(page, starts);
  await page.getByRole('link', { name: t('basket.goOn') }).click();
  await expect(bookButton(page, 3)).toBeVisible();
  return mentor;
}

/** Ticks several times of one day on a mentor page. */
async function tick(page: Page, wanted: readonly Temporal.Instant[]): Promise<void> {
  await untilInteractive(page, dakar);
  await severalSwitch(page).click();
  if (wanted[0]) await showDay(page, wanted[0], dakar);
  for (const [index, start] of wanted.entries()) {
    // By finger and by key, in turn.
    if (index % 2 === 0) await slotBox(page, start).check();
    else await slotBox(page, start).press(' ');
    await expect(slotBox(page, start)).toBeChecked();
  }
  await expect(
    page.getByText(t('basket.count', { count: wanted.length }), { exact: true }),
  ).toBeVisible();
}

function severalSwitch(page: Page): Locator {
  return page.getByRole('switch', { name: t('booking.several') });
}

function slotBox(page: Page, at: Temporal.Instant): Locator {
  return page.getByRole('checkbox', { name: wallTime(at, dakar.timeZone), exact: true });
}

function bookButton(page: Page, count: number): Locator {
  return page.getByRole('button', { name: t('booking.book', { count, price: 0 }) });
}

function sessionRow(page: Page, at: Temporal.Instant): Locator {
  return page.getByRole('listitem').filter({ hasText: timeText(at) });
}

function timeText(at: Temporal.Instant): string {
  return t('basket.time', { day: dayText(at), range: rangeText(at).replace('–', DASH) });
}

function dayText(at: Temporal.Instant): string {
  const year = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(dakar.timeZone).year;
  const withYear = year(at) !== year(Temporal.Now.instant());
  return formatDayShort(at.epochMilliseconds, dakar, { withYear });
}

function rangeText(at: Temporal.Instant): string {
  const start = at.epochMilliseconds;
  return formatRange(start, start + 3_600_000, dakar);
}

/** What the list of who is signed in says is booked, in a page of its own. */
async function bookedTimes(page: Page): Promise<string[]> {
  const list = await page.context().newPage();
  await list.goto('/bookings');
  await expect(list.getByRole('heading', { level: 1, name: t('bookings.title') })).toBeVisible();
  const empty = list.getByText(t('bookings.emptyUpcomingTitle'));
  const times = list.locator('main li time');
  await expect(empty.or(times.first())).toBeVisible();
  const texts = await times.allInnerTexts();
  await list.close();
  return texts.map((text) => /\d\d:\d\d–\d\d:\d\d/.exec(text)?.[0] ?? text);
}

/** The next clock change with room for a series around it. */
function changeAhead(timeZone: string): Temporal.ZonedDateTime {
  const from = Temporal.Now.zonedDateTimeISO(timeZone).add({ days: 12 });
  const change = from.getTimeZoneTransition('next');
  if (!change) throw new Error(`the clocks of ${timeZone} do not change`);
  return change;
}
