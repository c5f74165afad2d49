import { Temporal } from 'temporal-polyfill';
import { formatDayShort, formatTime } from '@/kernel/time/format';
import { chooseSlot, dayName, wallTime } from './booking-steps';
import { expect, test } from './fixtures';
import { bookFor, hourAhead, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const reader = { locale: 'en', timeZone: 'Europe/Paris' } as const;

const submitTo = (at: Temporal.Instant) =>
  t('moving.submit', {
    day: formatDayShort(at.epochMilliseconds, reader),
    time: formatTime(at.epochMilliseconds, reader),
  });

for (const javaScriptEnabled of [true, false]) {
  test(`a mentee moves a booking, and the trail says from when to when (script: ${String(javaScriptEnabled)})`, async ({
    openBrowser,
    signIn,
  }) => {
    const context = await openBrowser({ javaScriptEnabled });
    const [mentor, mentee] = await Promise.all([publishMentor(), makeMentee()]);
    await signIn(context, mentee);
    const booking = await bookFor(mentee.id, mentor, hourAhead(5, 10));
    const to = hourAhead(6, 12);
    const page = await context.newPage();
    await page.goto(booking.path);
    await page.getByRole('link', { name: t('bookingPage.move') }).click();
    // The terms are said before anything can be clicked.
    await expect(page.getByText(t('moving.now'), { exact: true })).toBeVisible();
    await chooseSlot(page, to, reader);
    await page.getByRole('button', { name: submitTo(to) }).click();
    await expect(page.getByText(t('bookingPage.movedTitle'))).toBeVisible();
    await expect(
      page.getByText(dayName(to, reader)).filter({ visible: true }).first(),
    ).toBeVisible();
    await expect(page.getByText(/You moved the session from .* to /)).toBeVisible();
  });
}

test('a mentee whose time has just gone takes the next one with one tap', async ({
  context,
  page,
  signIn,
}) => {
  const [mentor, mentee, faster] = await Promise.all([publishMentor(), makeMentee(), makeMentee()]);
  await signIn(context, mentee);
  const booking = await bookFor(mentee.id, mentor, hourAhead(5, 10));
  const to = hourAhead(6, 12);
  await page.goto(booking.path);
  await page.getByRole('link', { name: t('bookingPage.move') }).click();
  await chooseSlot(page, to, reader);
  await bookFor(faster.id, mentor, to);
  await page.getByRole('button', { name: submitTo(to) }).click();
  await expect(page.getByText(t('moving.refusals.slot_taken'))).toBeVisible();
  const next = to.add({ hours: 1 });
  const nextName = t('moving.takeInstead', {
    day: formatDayShort(next.epochMilliseconds, reader),
    time: formatTime(next.epochMilliseconds, reader),
  });
  await page.getByRole('button', { name: nextName }).click();
  await expect(page.getByText(t('bookingPage.movedTitle'))).toBeVisible();
  await expect(
    page.getByText(dayName(next, reader)).filter({ visible: true }).first(),
  ).toBeVisible();
  await expect(
    page.getByText(wallTime(next, reader.timeZone)).filter({ visible: true }).first(),
  ).toBeVisible();
});

test('a mentor accepts, moves the session by the clock, and hears why not', async ({
  context,
  page,
  signIn,
}) => {
  const mentor = await publishMentor({ mentor: { confirmation: 'manual' } });
  const [mentee, other] = await Promise.all([makeMentee(), makeMentee()]);
  await signIn(context, { id: mentor.mentorId });
  const booking = await bookFor(mentee.id, mentor, hourAhead(5, 10));
  await bookFor(other.id, mentor, hourAhead(5, 14));
  await page.goto(booking.path);
  await page.getByRole('button', { name: t('bookingPage.accept') }).click();
  await expect(page.getByText(t('bookingPage.acceptedTitle'))).toBeVisible();

  await page.getByRole('link', { name: t('bookingPage.move') }).click();
  await expect(
    page.getByText(t('moving.noticeToMentees', { count: 1, names: mentee.name })),
  ).toBeVisible();
  await page.getByLabel(t('moving.time')).fill('14:30');
  await page.getByRole('button', { name: t('moving.submitMentor', { count: 1 }) }).click();
  await expect(page.getByText(t('moving.refusals.slot_taken'))).toBeVisible();
  await page.getByLabel(t('moving.time')).fill('20:15');
  await page.getByRole('button', { name: t('moving.submitMentor', { count: 1 }) }).click();
  await expect(page.getByText(t('bookingPage.movedTitle'))).toBeVisible();
  const moved = hourAhead(5, 20).add({ minutes: 15 });
  await expect(
    page.getByText(wallTime(moved, reader.timeZone)).filter({ visible: true }).first(),
  ).toBeVisible();
});

test('a session is run: both are there, and the mentor closes it', async ({
  openBrowser,
  signIn,
}) => {
  const [mentor, mentee] = await Promise.all([publishMentor(), makeMentee()]);
  // One that began within the last hour, booked before.
  const startsAt = Temporal.Now.instant().round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const now = startsAt.subtract({ hours: 2 });
  const booking = await bookFor(mentee.id, mentor, startsAt, 'Run me', now);
  const [atMentees, atMentors] = await Promise.all([openBrowser(), openBrowser()]);
  await signIn(atMentees, mentee);
  await signIn(atMentors, { id: mentor.mentorId });

  const [mine, theirs] = await Promise.all([atMentees.newPage(), atMentors.newPage()]);
  await mine.goto(booking.path);
  await mine.getByRole('button', { name: t('running.check_in') }).click();
  await expect(mine.getByText(t('bookingPage.check_inText'))).toBeVisible();

  await theirs.goto(booking.path);
  await expect(
    theirs
      .getByRole('listitem')
      .filter({ hasText: mentee.name })
      .getByText(/^Here since/),
  ).toBeVisible();
  await theirs.getByRole('button', { name: t('running.start') }).click();
  await expect(theirs.getByText(t('bookingPage.startText'))).toBeVisible();
  await theirs.getByRole('button', { name: t('running.complete') }).click();
  await expect(theirs.getByText(t('bookingPage.completeText'))).toBeVisible();
});
