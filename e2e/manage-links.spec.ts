import { chooseSlot, dayName, type Reader } from './booking-steps';
import { expect, test } from './fixtures';
import { mailedPath, openMail } from './mailbox';
import { hourAhead, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';
import { formatDayShort, formatTime } from '@/kernel/time/format';

const t = textsIn('en');

for (const javaScriptEnabled of [true, false]) {
  // Without a script nobody tells the server another zone than the one the person has set.
  const reader: Reader = {
    locale: 'en',
    timeZone: javaScriptEnabled ? 'Europe/Paris' : 'Africa/Dakar',
  };

  test(`a mentee moves and cancels by the links of mails, signed out (script: ${String(javaScriptEnabled)})`, async ({
    openBrowser,
    signIn,
  }) => {
    const [mentor, mentee] = await Promise.all([
      publishMentor(),
      makeMentee({ timeZone: 'Africa/Dakar' }),
    ]);
    const [from, to] = [hourAhead(5, 10), hourAhead(6, 12)];
    const atHome = await openBrowser({ javaScriptEnabled: true });
    await signIn(atHome, mentee);
    const home = await atHome.newPage();
    await home.goto(`${mentor.path}/book`);
    await chooseSlot(home, from, { locale: 'en', timeZone: 'Europe/Paris' });
    await home.getByRole('button', { name: t('booking.book', { count: 1, price: 0 }) }).click();
    await expect(
      home.getByRole('heading', { name: t('booking.done.confirmed.title', { count: 1 }) }),
    ).toBeVisible();

    const page = await (await openBrowser({ javaScriptEnabled })).newPage();
    await openMail(page, { to: mentee.email, subject: /^Confirmed/ });
    const first = await mailedPath(page, 'manage');
    expect(first).toMatch(/\/move$/);
    await page.goto(first);
    await chooseSlot(page, to, reader);
    const when = {
      day: formatDayShort(to.epochMilliseconds, reader),
      time: formatTime(to.epochMilliseconds, reader),
    };
    await page.getByRole('button', { name: t('moving.submit', when) }).click();
    await expect(page.getByText(t('bookingPage.movedTitle'))).toBeVisible();
    await expect(page.getByText(dayName(to, reader)).first()).toBeVisible();

    // The first mail's links are void now: they say what has happened, and offer nothing.
    await page.goto(first);
    await expect(page.getByText(t('managing.changedTitle'))).toBeVisible();
    await expect(page.getByRole('link', { name: t('bookingPage.move') })).toBeHidden();

    await openMail(page, { to: mentee.email, subject: /^New time/ });
    const second = (await mailedPath(page, 'manage')).replace(/move$/, 'cancel');
    await page.goto(second);
    await page.getByRole('textbox', { name: t('cancelling.reason') }).fill('I am ill');
    await page.getByRole('button', { name: t('cancelling.submit', { count: 1 }) }).click();
    await expect(page.getByText(t('bookingPage.cancelledTitle'))).toBeVisible();
    await page.goto(second);
    await expect(page.getByText(/You cancelled the session/)).toBeVisible();
  });
}
