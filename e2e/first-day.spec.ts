import { Temporal } from 'temporal-polyfill';
import { addDays, weekdayOf } from '@/kernel/time/calendar';
import { formatDateTime, localDay } from '@/kernel/time/format';
import {
  chooseSlot,
  openAvailability,
  showDay,
  slotTexts,
  untilInteractive,
} from './booking-steps';
import { drag } from './calendar-grid';
import { expect, test } from './fixtures';
import { mailedPath, openMail } from './mailbox';
import { letSessionPass, makeMentee, ownAddress, ownName } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const reader = { locale: 'en', timeZone: 'Europe/Paris' } as const;

// High enough to see the working day at once.
test.use({ viewport: { width: 1280, height: 1300 } });

/** The Wednesday of the week after next, for the whole of whose week the mentor can be booked. */
const wednesday = nextWednesday();

function nextWednesday() {
  const today = localDay(Date.now(), reader.timeZone);
  return addDays(today, 14 - weekdayOf(today) + 3);
}

function at(hour: number): Temporal.Instant {
  const time = { timeZone: reader.timeZone, plainTime: { hour } };
  return Temporal.PlainDate.from(wednesday).toZonedDateTime(time).toInstant();
}

test('the first day of a mentor, from signing in to the first session held', async ({
  page,
  openBrowser,
  signIn,
}) => {
  // As long as ten others.
  test.slow();
  const [email, name] = [ownAddress(), ownName('Zawadi')];
  const mentee = await makeMentee();
  let publicPage = '';

  await test.step('somebody new signs in on the way to a profile', async () => {
    await page.goto('/mentor/profile');
    await page.getByRole('textbox', { name: t('signIn.email') }).fill(email);
    await page.getByRole('button', { name: t('signIn.send') }).click();
    await expect(page.getByText(t('signIn.sentTitle'))).toBeVisible();
    await openMail(page, { to: email, subject: t('email.signIn.subject') });
    await page.goto(await mailedPath(page, 'sign-in'));
    await page
      .getByRole('main')
      .getByRole('button', { name: t('signIn.signIn') })
      .click();
    await page.getByRole('textbox', { name: t('welcome.name') }).fill(name);
    await page.getByRole('button', { name: t('welcome.save') }).click();
    await expect(page).toHaveURL('/mentor/profile');
  });

  await test.step('the profile', async () => {
    await expect(page.getByRole('textbox', { name: t('mentorProfile.name') })).toHaveValue(name);
    await page
      .getByRole('textbox', { name: t('mentorProfile.headline') })
      .fill('Nurse, and now a trainer of nurses');
    await page
      .getByRole('textbox', { name: t('mentorProfile.bio') })
      .fill('Twelve years on the ward, three in the classroom.');
    await page.getByRole('checkbox', { name: 'English', exact: true }).check();
    await page.getByRole('checkbox', { name: t('bookingFormat.video') }).check();
    // By its country, with the keyboard alone.
    const zone = page.getByRole('combobox', { name: t('mentorProfile.timeZone') });
    // The list closes while the page still scrolls to the field.
    await zone.click();
    await zone.fill('france');
    await expect(page.getByRole('option', { name: 'Paris' })).toContainText('France');
    await zone.press('ArrowDown');
    await zone.press('Enter');
    await expect(zone).toHaveValue('Paris');
    await page.getByRole('button', { name: t('mentorProfile.create') }).click();
    await expect(page.getByText(t('mentorProfile.done_created'))).toBeVisible();
  });

  await test.step('a service', async () => {
    await page.getByRole('link', { name: t('mentorProfile.step_service') }).click();
    await page
      .getByRole('link', { name: t('mentorServices.new') })
      .first()
      .click();
    await page.getByRole('textbox', { name: t('mentorServices.name') }).fill('First steps in care');
    await page.getByRole('button', { name: t('mentorServices.create') }).click();
    await expect(page.getByText(t('mentorServices.done_created'))).toBeVisible();
  });

  await test.step('the hours, and bookings that are answered by hand', async () => {
    await openAvailability(page);
    await page.getByRole('button', { name: t('availability.presetWorkdays') }).click();
    await page.getByRole('button', { name: t('availability.saveWeek') }).click();
    await expect(page.getByText(t('availability.weeklySaved'))).toBeVisible();
    await page.getByRole('radio', { name: t('availability.confirm_manual') }).check();
    await page.getByRole('button', { name: t('availability.saveRules') }).click();
    await expect(page.getByText(t('availability.rulesSaved'))).toBeVisible();
  });

  await test.step('a look at the page as visitors will see it, and then it is public', async () => {
    await page.goto('/mentor/profile');
    await page.getByRole('link', { name: t('mentorProfile.preview') }).click();
    await expect(page.getByText(t('mentorPage.unpublished'))).toBeVisible();
    await untilInteractive(page, reader);
    await showDay(page, at(10), reader);
    expect(await slotTexts(page)).toContain('10:00');
    publicPage = new URL(page.url()).pathname;
    await page.getByRole('link', { name: t('mentorPage.toProfile') }).click();
    await page.getByRole('button', { name: t('mentorProfile.publish'), exact: true }).click();
    await expect(page.getByText(t('mentorProfile.done_published'))).toBeVisible();
  });

  await test.step('a mentee asks for a session', async () => {
    const theirs = await openBrowser();
    await signIn(theirs, mentee);
    const visit = await theirs.newPage();
    await visit.goto(publicPage);
    await untilInteractive(visit, reader);
    await chooseSlot(visit, at(10), reader);
    await visit.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();
    const dialog = visit.getByRole('dialog');
    await dialog.getByRole('textbox', { name: t('booking.subject') }).fill('Nursing school');
    await dialog
      .getByRole('button', { name: t('booking.request', { count: 1, price: 0 }) })
      .click();
    await expect(
      dialog.getByRole('heading', { name: t('booking.done.pending.title', { count: 1, name }) }),
    ).toBeVisible();
  });

  const session = page.getByRole('button', { name: new RegExp(mentee.name) });
  const dialog = page.getByRole('dialog');
  await test.step('it stands in the calendar, where it is accepted', async () => {
    await page.goto(`/mentor/calendar?day=${wednesday}`);
    await expect(session).toContainText('10:00–11:00');
    await session.press('Enter');
    await dialog.getByRole('button', { name: t('bookingPage.accept') }).click();
    await expect(dialog.getByText(t('bookingStatus.confirmed'), { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('and dragged to the afternoon', async () => {
    await expect(session).toContainText(t('bookingStatus.confirmed'));
    // By its middle.
    await drag(page, wednesday, { from: '10:30', to: '14:30' });
    const told = formatDateTime(at(14).epochMilliseconds, reader);
    await expect(dialog.getByText(told)).toBeVisible();
    await dialog.getByRole('button', { name: t('mentorCalendar.moveConfirm') }).click();
    await expect(page.getByText(t('mentorCalendar.moved', { when: told }))).toBeVisible();
    await expect(session).toContainText('14:00–15:00');
  });

  await test.step('the mentee hears of it', async () => {
    await openMail(page, { to: mentee.email, subject: new RegExp(`New time: .* with ${name}`) });
  });

  await test.step('once it is over, the mentor closes it', async () => {
    await letSessionPass(mentee.id);
    await page.goto('/bookings?when=past');
    await page.getByRole('link', { name: new RegExp(mentee.name) }).click();
    await page.getByRole('button', { name: t('running.complete') }).click();
    await expect(page.getByText(t('bookingPage.completeText'))).toBeVisible();
  });
});
