/** What a mentor's calendars elsewhere do to their free times, and what the page says of each. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { users } from '@/db/schema/users';
import { calendarsPath } from '@/domain/external-calendars';
import { showDay, slotLink } from './booking-steps';
import { expect, test } from './fixtures';
import { hourAhead, linkCalendar, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const reader = { locale: 'en', timeZone: 'UTC' } as const;
test.use({ timezoneId: 'UTC' });

/** Somebody of the demo. */
async function demoPerson(name: string): Promise<{ id: string }> {
  const [person] = await db.select({ id: users.id }).from(users).where(eq(users.name, name));
  if (!person) throw new Error(`the demo has no ${name}`);
  return person;
}

test('an address on the server’s own machine is refused in words, and never asked', async ({
  page,
  context,
  signIn,
}) => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  try {
    await signIn(context, await publishMentor());
    await page.goto(calendarsPath);
    await expect(page.getByText(t('externalCalendars.none'))).toBeVisible();
    const url = `http://127.0.0.1:${port}/mine.ics`;
    await page.getByLabel(t('externalCalendars.url')).fill(url);
    await page.getByRole('button', { name: t('externalCalendars.add') }).click();
    const refusal = page.getByRole('alert').filter({ hasText: t('externalCalendars.notAdded') });
    await expect(refusal).toContainText(t('externalCalendars.failure_private_address'));
    await expect(page.getByLabel(t('externalCalendars.url'))).toHaveValue(url);

    await page.getByLabel(t('externalCalendars.url')).fill('file:///etc/passwd');
    await page.getByRole('button', { name: t('externalCalendars.add') }).click();
    await expect(page.getByText(t('externalCalendars.problem_not_an_address'))).toBeVisible();
    await expect(page.getByText(t('externalCalendars.none'))).toBeVisible();
    expect(requests).toBe(0);
  } finally {
    server.close();
  }
});

test('a calendar is shown as it was read, also one that cannot be read any more', async ({
  openBrowser,
  signIn,
}) => {
  const [awa, ibrahima] = await Promise.all([openBrowser(), openBrowser()]);
  await signIn(awa, await demoPerson('Awa Diop'));
  await signIn(ibrahima, await demoPerson('Ibrahima Sow'));

  const read = await awa.newPage();
  await read.goto(calendarsPath);
  const office = read.getByRole('listitem').filter({ hasText: 'Bureau (Outlook)' });
  await expect(office.getByText(t('externalCalendars.fresh'))).toBeVisible();
  await expect(office.getByText(/upcoming appointments block your time/)).toBeVisible();

  const unread = await ibrahima.newPage();
  await unread.goto(calendarsPath);
  const market = unread.getByRole('listitem').filter({ hasText: 'Coopérative' });
  await expect(market.getByText(t('externalCalendars.unreadable'), { exact: true })).toBeVisible();
  await expect(market.getByText(t('externalCalendars.failure_no_access'))).toBeVisible();
  // It keeps what it had: a calendar that cannot be read is not an empty one.
  await expect(market.getByText(/upcoming appointments block your time/)).toBeVisible();
  await expect(market.getByText(/still block your times/)).toBeVisible();
});

test('an appointment elsewhere takes a time away, and removing its calendar gives it back', async ({
  openBrowser,
  signIn,
}) => {
  const startsAt = hourAhead(3, 10);
  const mentor = await publishMentor();
  await linkCalendar(mentor, startsAt);
  const visitor = await (await openBrowser()).newPage();
  await visitor.goto(mentor.path);
  await showDay(visitor, startsAt, reader);
  await expect(slotLink(visitor, startsAt.add({ hours: 1 }), reader)).toBeVisible();
  await expect(slotLink(visitor, startsAt, reader)).toHaveCount(0);

  const context = await openBrowser({ javaScriptEnabled: false });
  await signIn(context, mentor);
  const page = await context.newPage();
  await page.goto(calendarsPath);
  const name = 'Clinic';
  await page.getByRole('button', { name: t('externalCalendars.removeOf', { name }) }).click();
  await expect(page.getByText(t('externalCalendars.removed'))).toBeVisible();
  await expect(page.getByText(t('externalCalendars.none'))).toBeVisible();

  await visitor.goto(mentor.path);
  await showDay(visitor, startsAt, reader);
  await expect(slotLink(visitor, startsAt, reader)).toBeVisible();
});
