import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { sendMails } from '@/lib/mails/service';
import { sendDueReminders } from '@/lib/reminders/service/send-due-reminders';
import { expect, test } from './fixtures';
import { mailedPath, openMail } from './mailbox';
import { bookFor, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');

/** The full hour (UTC) that is at least two hours away: too near for the reminder of the day before. */
function soon(): Temporal.Instant {
  const now = Temporal.Now.zonedDateTimeISO('UTC');
  return now.round({ smallestUnit: 'hour', roundingMode: 'ceil' }).add({ hours: 2 }).toInstant();
}

const bell = (page: Page, count: number, waiting = 0) =>
  page
    .getByRole('banner')
    .getByRole('link', { name: t('bell.label', { count, waiting }), exact: true });

/** Comes back to the page, as often as it takes: the bell does not ask twice within a second. */
async function expectBell(page: Page, count: number, waiting = 0) {
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(bell(page, count, waiting)).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 20_000 });
}

/** The box of a reminder by e-mail in the settings. */
function emailBox(page: Page, kind: '1h' | '30m') {
  const name = t('settings.choice', {
    kind: t(`settings.kinds.${kind}`),
    channel: t('settings.email'),
  });
  return page.getByRole('checkbox', { name });
}

test('both bells light up, and the reminder leads to the session', async ({
  openBrowser,
  signIn,
}) => {
  const [mentor, mentee] = await Promise.all([
    publishMentor({ mentor: { confirmation: 'manual' } }),
    makeMentee(),
  ]);
  const [mentors, mentees] = await Promise.all([openBrowser(), openBrowser()]);
  await Promise.all([signIn(mentors, mentor), signIn(mentees, mentee)]);
  const [mentorPage, menteePage] = await Promise.all([mentors.newPage(), mentees.newPage()]);
  // News is what comes after the page: a first visit reads it again in the visitor's zone.
  const settled = { waitUntil: 'networkidle' } as const;
  await Promise.all([mentorPage.goto('/bookings', settled), menteePage.goto('/bookings', settled)]);
  await expect(bell(mentorPage, 0)).toBeVisible();
  await expect(bell(menteePage, 0)).toBeVisible();

  const startsAt = soon();
  const booking = await bookFor(mentee.id, mentor, startsAt);
  await expectBell(mentorPage, 1, 1);
  const news = t('bell.news', { title: t('notificationTexts.requested.title', { count: 1 }) });
  await expect(mentorPage.getByText(news)).toBeAttached();
  await bell(mentorPage, 1, 1).click();
  await mentorPage
    .getByRole('main')
    .getByRole('button', { name: t('notificationTexts.requested.title', { count: 1 }) })
    .first()
    .click();
  await expect(mentorPage).toHaveURL(booking.path);
  await expect(bell(mentorPage, 0, 1)).toBeVisible();
  await mentorPage.goto('/mentor');
  const tab = mentorPage.getByRole('navigation', { name: t('workspace.nav') });
  await expect(tab.getByRole('link', { name: `${t('workspace.requests')} 1` })).toBeVisible();
  await expect(mentorPage).toHaveURL('/mentor/requests');
  await mentorPage.getByText(t('bookingPage.addWord')).click();
  await mentorPage.getByLabel(t('bookingPage.word')).fill('Bring your draft along');
  await mentorPage.getByRole('button', { name: t('bookingPage.accept') }).click();
  await expect(mentorPage.getByText(t('bookingPage.acceptedTitle'))).toBeVisible();
  await expect(mentorPage.getByText(t('requests.emptyTitle'))).toBeVisible();

  await expectBell(menteePage, 1);
  await openMail(menteePage, { to: mentee.email, subject: /^Confirmed/ });
  await expect(menteePage.getByText('Bring your draft along')).toBeVisible();

  // An hour before the start has come, for the service and for nobody else.
  const now = startsAt.subtract({ minutes: 59 });
  await sendDueReminders({ now });
  await sendMails({ now, dueAt: now });
  await expectBell(menteePage, 2);

  await openMail(menteePage, { to: mentee.email, subject: /^Reminder: / });
  await menteePage.goto(await mailedPath(menteePage, 'bookings'));
  await expect(menteePage).toHaveURL(booking.path);
  const reminders = menteePage.getByRole('region', { name: t('bookingReminders.title') });
  await expect(reminders.getByText(t('bookingReminders.outcomes.sent')).first()).toBeVisible();
  await expect(reminders.getByText(t('bookingReminders.outcomes.planned')).first()).toBeVisible();

  // The last one leads to the room, and waits there; none of them need come again. Nobody is signed in.
  const later = startsAt.subtract({ minutes: 29 });
  await sendDueReminders({ now: later });
  await sendMails({ now: later, dueAt: later });
  const signedOut = await (await openBrowser()).newPage();
  await openMail(signedOut, { to: mentee.email, subject: /^Reminder: / });
  const off = await mailedPath(signedOut, 'unsubscribe');
  await signedOut.goto(await mailedPath(signedOut, 'join'));
  await expect(signedOut.getByRole('timer')).toBeVisible();
  await expect(signedOut.getByText(t('joining.closedText'))).toBeVisible();
  await signedOut.goto(off);
  await signedOut.getByRole('button', { name: t('reminderOff.turnOff') }).click();
  const done = { name: t('reminderOff.doneTitle') };
  await expect(signedOut.getByRole('heading', done)).toBeVisible();
  await menteePage.goto('/settings');
  await expect(emailBox(menteePage, '1h')).toBeChecked();
  await expect(emailBox(menteePage, '30m')).not.toBeChecked();
});

test('reading, deleting and settings work without JavaScript', async ({ openBrowser, signIn }) => {
  const [mentor, mentee] = await Promise.all([publishMentor(), makeMentee()]);
  await bookFor(mentee.id, mentor, soon());
  await bookFor(mentee.id, mentor, soon().add({ hours: 3 }));
  const context = await openBrowser({ javaScriptEnabled: false });
  await signIn(context, mentor);
  const page = await context.newPage();
  await page.goto('/notifications?unread=1');
  const items = page
    .getByRole('main')
    .locator('li')
    .filter({ hasText: t('notificationTexts.booked.title', { count: 1 }) });
  await expect(items).toHaveCount(2);
  const title = t('notificationTexts.booked.title', { count: 1 });
  const markRead = page.getByRole('button', { name: t('notifications.markReadOf', { title }) });
  await markRead.first().click();
  await expect(items).toHaveCount(1);
  await page.getByRole('link', { name: t('notifications.all'), exact: true }).click();
  await page
    .getByRole('button', { name: t('notifications.removeOf', { title }) })
    .first()
    .click();
  await expect(items).toHaveCount(1);
  await page.getByRole('button', { name: t('notifications.markAllRead') }).click();
  await page.getByRole('button', { name: t('notifications.clearRead') }).click();
  await expect(page.getByText(t('notifications.emptyTitle'))).toBeVisible();

  await page.goto('/settings');
  const byMail = t('settings.choice', {
    kind: t('settings.kinds.24h'),
    channel: t('settings.email'),
  });
  await page.getByRole('checkbox', { name: byMail }).uncheck();
  await page.getByLabel(t('settings.quietFrom'), { exact: true }).fill('22:00');
  await page.getByRole('button', { name: t('settings.save') }).click();
  await expect(page.getByText(t('settings.quietBoth'))).toBeVisible();
  await expect(page.getByRole('checkbox', { name: byMail })).not.toBeChecked();
  await page.getByLabel(t('settings.quietUntil'), { exact: true }).fill('07:00');
  await page.getByRole('button', { name: t('settings.save') }).click();
  await expect(page.getByText(t('settings.saved'))).toBeVisible();
  await expect(page.getByRole('checkbox', { name: byMail })).not.toBeChecked();
  await expect(page.getByLabel(t('settings.quietFrom'), { exact: true })).toHaveValue('22:00');
});
