import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { users } from '@/db/schema/users';
import { chooseSlot, type Reader, wallTime } from './booking-steps';
import { expect, test } from './fixtures';
import { blockedInMail, mailButton, mailedPath, openMail } from './mailbox';
import { bookFor, hourAhead, makeMentee, ownAddress, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const dakar: Reader = { locale: 'en', timeZone: 'Africa/Dakar' };
const johannesburg = 'Africa/Johannesburg';

test.use({
  timezoneId: dakar.timeZone,
  viewport: { width: 390, height: 664 },
  expectedErrors: blockedInMail,
});

test('a first visit from another zone, on a slow phone, leads to a booking with every time right', async ({
  page,
  context,
  request,
  openBrowser,
}) => {
  test.slow();
  const mentor = await publishMentor({ mentor: { timeZone: johannesburg } });
  const startsAt = hourAhead(3, 10);
  const email = ownAddress();
  const inDakar = wallTime(startsAt, dakar.timeZone);
  const header = page.getByRole('banner');
  // What is drawn in the mentor's zone, however shortly, is a jump.
  const mentorsZone = `where ${mentor.name} is`;
  expect(t('booking.zoneOfMentor', { zone: '', name: mentor.name })).toContain(mentorsZone);
  await page.addInitScript((text) => {
    const look = () => {
      if (document.body?.innerText.includes(text)) console.error('times of the mentor’s zone');
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  }, mentorsZone);
  const network = await context.newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 400_000 / 8,
  });

  await page.goto(mentor.path, { waitUntil: 'commit' });
  // Long before the scripts of the page have come.
  await expect(page.getByText(/^Your time, Dakar/)).toBeVisible();
  await chooseSlot(page, startsAt, dakar);
  await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();

  await page.getByRole('textbox', { name: t('booking.name') }).fill('Fatou Sow');
  await page.getByRole('textbox', { name: t('booking.email') }).fill(email);
  await page.getByRole('textbox', { name: t('booking.subject') }).fill('From sales to data');
  await expect(page.getByText(new RegExp(`, ${inDakar}–`)).first()).toBeVisible();
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
  await expect(page.getByRole('heading', { name: t('booking.done.held.title') })).toBeVisible();
  await expect(page.getByText(/BAO-\w+/)).toBeVisible();
  await expect(page.getByText(new RegExp(`${inDakar}–`)).first()).toBeVisible();

  // The mailbox of the tests is not on the phone.
  const mailbox = await (await openBrowser()).newPage();
  await openMail(mailbox, { to: email, subject: new RegExp(`with ${mentor.name}`) });
  const mail = mailbox.frameLocator('main iframe').locator('body');
  await expect(mail).toContainText(inDakar);
  await expect(mail).not.toContainText(wallTime(startsAt, johannesburg));
  // Mail scanners open links too: nothing may come of it.
  const link = await mailedPath(mailbox, 'holds');
  for (let visit = 0; visit < 2; visit += 1) expect((await request.get(link)).status()).toBe(200);
  await expect(mailButton(mailbox, t('email.hold.action'))).toBeVisible();

  await page.goto(link, { waitUntil: 'commit' });
  await expect(page.getByText(t('hold.greeting', { name: 'Fatou Sow' }))).toBeVisible();
  await expect(page.getByText(new RegExp(`${inDakar}–`)).first()).toBeVisible();
  await expect(header.getByRole('link', { name: t('nav.signIn') })).toBeVisible();
  await page.getByRole('button', { name: t('hold.confirm') }).click();

  await expect(page).toHaveURL(/\/bookings\/[\w-]+/);
  await expect(page.getByText(t('bookingPage.bookedTitle'))).toBeVisible();
  await expect(page.getByText(t('bookingStatus.confirmed'), { exact: true })).toBeVisible();
  await expect(page.getByText('From sales to data')).toBeVisible();
  await expect(page.getByText(new RegExp(`${inDakar}–`)).first()).toBeVisible();
  await expect(
    header.getByLabel(t('userMenu.label', { name: 'Fatou Sow', initials: 'FS' })),
  ).toBeVisible();

  const [user] = await db.select().from(users).where(eq(users.email, email));
  expect(user?.timeZone).toBe(dakar.timeZone);
  await openMail(mailbox, { to: email, subject: new RegExp(`^Confirmed: .* with ${mentor.name}`) });
  await expect(mail).toContainText(inDakar);
  await openMail(mailbox, { to: mentor.email, subject: /^New session: .* with Fatou Sow/ });
  await expect(mail).toContainText(wallTime(startsAt, johannesburg));
});

test('on a journey the setting stays, and the zone of the place is offered once', async ({
  openBrowser,
  signIn,
}) => {
  const [mentor, mentee] = [await publishMentor(), await makeMentee({ timeZone: dakar.timeZone })];
  const startsAt = hourAhead(3, 12);
  const { path } = await bookFor(mentee.id, mentor, startsAt);
  const inParis = await openBrowser({ timezoneId: 'Europe/Paris' });
  await signIn(inParis, mentee);
  const page = await inParis.newPage();
  await page.goto(path);
  const question = page.getByText(t('zoneQuestion.title', { city: 'Paris' }));
  await expect(question).toBeVisible();
  await expect(page.getByText(`${wallTime(startsAt, dakar.timeZone)}–`).first()).toBeVisible();
  await page.getByRole('button', { name: t('zoneQuestion.switch', { city: 'Paris' }) }).click();
  await expect(page.getByText(`${wallTime(startsAt, 'Europe/Paris')}–`).first()).toBeVisible();
  await expect(question).toBeHidden();
});
