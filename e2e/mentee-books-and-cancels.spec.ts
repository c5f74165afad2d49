import { and, eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { questions } from '@/db/schema/services';
import { chooseSlot, showDay, slotLink, untilInteractive } from './booking-steps';
import { expect, test } from './fixtures';
import { bookFor, hourAhead, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const reader = { locale: 'en', timeZone: 'Europe/Paris' } as const;

test('a signed-in mentee books, sees the booking, cancels it, and the slot is free again', async ({
  page,
  context,
  signIn,
}) => {
  const mentor = await publishMentor();
  const mentee = await makeMentee();
  const startsAt = hourAhead(3, 13);
  await signIn(context, mentee);

  await page.goto(mentor.path);
  await untilInteractive(page, reader);
  await chooseSlot(page, startsAt, reader);
  await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: mentor.name })).toBeVisible();
  await expect(
    dialog.getByText(t('booking.bookingAs', { name: mentee.name, email: mentee.email })),
  ).toBeVisible();
  await dialog.getByRole('textbox', { name: t('booking.subject') }).fill('Salary talks');
  await dialog.getByRole('button', { name: t('booking.book', { count: 1, price: 0 }) }).click();
  await expect(
    dialog.getByRole('heading', { name: t('booking.done.confirmed.title', { count: 1 }) }),
  ).toBeVisible();

  // The page behind the dialog no longer offers what was booked.
  await dialog
    .getByRole('button', { name: t('booking.close') })
    .last()
    .click();
  await expect(dialog).toBeHidden();
  await expect(slotLink(page, startsAt.add({ hours: 1 }), reader)).toBeVisible();
  await expect(slotLink(page, startsAt, reader)).toBeHidden();

  await page.goto('/bookings');
  await page.getByRole('link', { name: mentor.name }).click();
  await expect(
    page.getByRole('region', { name: t('bookingPage.about') }).getByText('Salary talks'),
  ).toBeVisible();
  await page.getByRole('link', { name: t('bookingPage.cancel') }).click();
  await page.getByRole('textbox', { name: t('cancelling.reason') }).fill('My exam was moved');
  await page.getByRole('button', { name: t('cancelling.submit', { count: 1 }) }).click();
  await expect(page.getByText(t('bookingPage.cancelledTitle'))).toBeVisible();
  await expect(page.getByText('My exam was moved')).toBeVisible();

  await page.goto('/bookings');
  await expect(page.getByText(t('bookings.emptyUpcomingTitle'))).toBeVisible();
  await page.getByRole('link', { name: t('bookings.past'), exact: true }).click();
  await expect(page.getByRole('link', { name: mentor.name })).toBeVisible();

  await page.goto(mentor.path);
  await showDay(page, startsAt, reader);
  await expect(slotLink(page, startsAt, reader)).toBeVisible();
});

test('pressing the last button twice makes one booking', async ({ page, context, signIn }) => {
  const mentor = await publishMentor();
  const mentee = await makeMentee();
  await signIn(context, mentee);

  await page.goto(mentor.path);
  await untilInteractive(page, reader);
  await chooseSlot(page, hourAhead(2, 8), reader);
  await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();
  const book = page.getByRole('button', { name: t('booking.book', { count: 1, price: 0 }) });
  await book.dblclick();
  await expect(
    page.getByRole('heading', { name: t('booking.done.confirmed.title', { count: 1 }) }),
  ).toBeVisible();

  const made = await db.$count(bookings, eq(bookings.menteeId, mentee.id));
  expect(made).toBe(1);
});

test('a booking is for its two sides: to anybody else it does not exist', async ({
  openBrowser,
  signIn,
}) => {
  const [mentor, mentee, stranger] = await Promise.all([
    publishMentor(),
    makeMentee(),
    makeMentee(),
  ]);
  const booking = await bookFor(mentee.id, mentor, hourAhead(4, 9), 'A private matter');
  const openAs = async (userId: string) => {
    const context = await openBrowser();
    await signIn(context, { id: userId });
    const page = await context.newPage();
    await page.goto(booking.path);
    return page.getByRole('main');
  };

  for (const side of [mentee.id, mentor.mentorId]) {
    await expect((await openAs(side)).getByText('A private matter')).toBeVisible();
  }
  const seen = await openAs(stranger.id);
  await expect(seen.getByRole('heading', { name: t('errors.notFoundTitle') })).toBeVisible();
  await expect(seen).not.toContainText('A private matter');
});

test.describe('with questions to answer and a network that drops', () => {
  test.use({ expectedErrors: /net::ERR_FAILED/ });

  test('nothing that was typed is lost, and both sides read the answers', async ({
    page,
    context,
    signIn,
    openBrowser,
  }) => {
    const mentor = await publishMentor({
      questions: [
        { text: 'Your level?', kind: 'choice', options: ['Beginner', 'Expert'], isRequired: true },
        { text: 'What have you tried?', kind: 'long' },
      ],
    });
    const mentee = await makeMentee();
    await signIn(context, mentee);
    await page.goto(mentor.path);
    await untilInteractive(page, reader);
    await chooseSlot(page, hourAhead(3, 13), reader);
    await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();
    const dialog = page.getByRole('dialog');
    const tried = dialog.getByRole('textbox', { name: 'What have you tried?' });
    const book = dialog.getByRole('button', { name: t('booking.book', { count: 1, price: 0 }) });
    await tried.fill('A course\nand a book');
    await book.click();
    await expect(dialog.getByText(t('answers.error_required'))).toBeVisible();
    const expert = dialog.getByRole('radio', { name: 'Expert' });
    await expert.check();

    await page.route(mentor.path + '**', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await book.click();
    await expect(dialog.getByText(t('common.unreachedTitle'))).toBeVisible();
    await page.unrouteAll();
    await expect(tried).toHaveValue('A course\nand a book');

    // What can be chosen has changed meanwhile: the form learns of it and keeps the rest.
    const level = and(eq(questions.serviceId, mentor.serviceId), eq(questions.kind, 'choice'));
    await db
      .update(questions)
      .set({ options: ['Beginner', 'Advanced'] })
      .where(level);
    await book.click();
    await expect(dialog.getByText(t('answers.error_not_an_option'))).toBeVisible();
    await expect(expert).toBeHidden();
    await expect(tried).toHaveValue('A course\nand a book');
    await dialog.getByRole('radio', { name: 'Advanced' }).check();
    await book.click();
    await dialog.getByRole('link', { name: t('booking.seeBooking') }).click();
    await expect(page.getByText('and a book')).toBeVisible();

    const theirs = await openBrowser();
    await signIn(theirs, { id: mentor.mentorId });
    const opened = await theirs.newPage();
    await opened.goto(new URL(page.url()).pathname);
    await expect(opened.getByText('What have you tried?')).toBeVisible();
    await expect(opened.getByText('Advanced')).toBeVisible();
  });
});
