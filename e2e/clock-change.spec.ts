import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, noonOf, weekdayOf } from '@/kernel/time/calendar';
import { formatDay } from '@/kernel/time/format';
import { openAvailability, slotTexts } from './booking-steps';
import { placeOf } from './calendar-grid';
import { expect, test } from './fixtures';
import { bookFor, makeMentee, publishMentor, type TestMentor } from './people';
import { textsIn } from './texts';

/*
 * The weeks in which clocks change, in a zone that does it by a rule and in one that does it around
 * Ramadan, of which browsers know less than servers. What is expected comes from Temporal.
 */

const t = textsIn('en');
/** Early hours, across the change; and a morning, whose instants it shifts. */
const spans = [
  { startTime: '00:00', endTime: '06:00' },
  { startTime: '09:00', endTime: '11:00' },
];

for (const timeZone of ['Europe/Paris', 'Africa/Casablanca']) {
  const changes = changesAhead(timeZone);

  test.describe(timeZone, () => {
    // The mentor is at home.
    test.use({ timezoneId: timeZone });

    test('has clock changes to test within the booking horizon', () => {
      expect(changes.length).toBeGreaterThan(0);
    });

    for (const change of changes) {
      const day = change.toPlainDate().toString();

      test(`${day}: the preview, the public page and the calendar show the times of the clocks`, async ({
        page,
        context,
        openBrowser,
        signIn,
      }) => {
        const mentor = await publishMentor({
          mentor: { timeZone, horizonDays: 365 },
          windows: spans,
        });
        const mentee = await makeMentee();
        const days = [addDays(day, -1), day, addDays(day, 1)];

        await test.step('visitors in the mentor’s zone are offered what Temporal says', async () => {
          const visitors = await (await openBrowser()).newPage();
          await expectOffered(visitors, mentor, day, timeZone);
        });

        await test.step('and elsewhere the same instants', async () => {
          const elsewhere = timeZone === 'Europe/Paris' ? 'Africa/Lagos' : 'Europe/Paris';
          const visitors = await (await openBrowser({ timezoneId: elsewhere })).newPage();
          await expectOffered(visitors, mentor, day, timeZone, elsewhere);
        });

        await signIn(context, { id: mentor.mentorId });
        await test.step('the preview of the mentor agrees', async () => {
          await openAvailability(page);
          const preview = page.getByRole('region', { name: t('availability.preview') });
          await showInPreview(page, day);
          const later = preview.getByRole('button', { name: t('availability.previewLater') });
          for (const shown of days) {
            const expected = startsOn(shown, timeZone).map((at) => clock(at, timeZone));
            const inPreview = preview.getByRole('button', {
              name: t('availability.previewDay', { day: dayName(shown), count: expected.length }),
              exact: true,
            });
            // It shows two weeks, and may have followed to the last day of them.
            const isBeyond = shown !== days[0] && !(await inPreview.isVisible());
            if (isBeyond) await later.click();
            await inPreview.click();
            const free = preview.getByRole('button', { name: /, available$/ });
            await expect.poll(() => free.allInnerTexts()).toEqual(expected);
          }
        });

        await test.step('a session stands at its time in the calendar of the week', async () => {
          const startsAt = wallInstant(day, 9, timeZone);
          await bookFor(mentee.id, mentor, startsAt, 'First steps in data');
          const plain = await openBrowser({ javaScriptEnabled: false });
          await signIn(plain, { id: mentor.mentorId });
          const calendar = await plain.newPage();
          const monday = addDays(day, 1 - weekdayOf(day));
          await calendar.goto(`/mentor/calendar?day=${monday}`);
          const ofDay = calendar
            .locator('section')
            .filter({ has: calendar.getByRole('heading', { level: 3, name: dayName(day) }) })
            .last();
          await expect(
            ofDay.getByRole('listitem').filter({ hasText: mentee.name }).first(),
          ).toContainText('09:00–10:00');

          await page.goto(`/mentor/calendar?day=${monday}`);
          const drawn = page.getByRole('button', { name: new RegExp(mentee.name) });
          await expect(drawn).toContainText('09:00–10:00');
          const place = await placeOf(page, day, '09:00', 0);
          const box = await drawn.boundingBox();
          expect(Math.abs((box?.y ?? 0) - place.y), 'off its line').toBeLessThan(5);
          expect(box?.x).toBeLessThan(place.x);
        });
      });
    }
  });
}

/** The clock changes of the coming year that can be booked around, with a day to spare at both ends. */
function changesAhead(timeZone: string): Temporal.ZonedDateTime[] {
  const now = Temporal.Now.zonedDateTimeISO(timeZone);
  const changes: Temporal.ZonedDateTime[] = [];
  let change = now.add({ days: 2 }).getTimeZoneTransition('next');
  while (change && Temporal.ZonedDateTime.compare(change, now.add({ days: 362 })) < 0) {
    changes.push(change);
    change = change.getTimeZoneTransition('next');
  }
  return changes;
}

/** The hourly slots of the windows that begin on a date of the mentor's zone. */
function startsOn(day: Day, timeZone: string): Temporal.Instant[] {
  const starts: Temporal.Instant[] = [];
  for (const { startTime, endTime } of spans) {
    const end = wallInstant(day, Number(endTime.slice(0, 2)), timeZone);
    let at = wallInstant(day, Number(startTime.slice(0, 2)), timeZone);
    for (; Temporal.Instant.compare(at.add({ hours: 1 }), end) <= 0; at = at.add({ hours: 1 })) {
      starts.push(at);
    }
  }
  return starts;
}

function wallInstant(day: Day, hour: number, timeZone: string): Temporal.Instant {
  const date = Temporal.PlainDate.from(day);
  return date.toZonedDateTime({ timeZone, plainTime: { hour } }).toInstant();
}

/** "09:00", and with its offset where the clocks show that twice: "02:00 (GMT+2)". */
function clock(at: Temporal.Instant, timeZone: string): string {
  const local = at.toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toPlainDateTime().toZonedDateTime(timeZone, { disambiguation }),
  );
  if (earlier?.epochMilliseconds === later?.epochMilliseconds) return time;
  const hours = local.offsetNanoseconds / 3_600_000_000_000;
  return `${time} (GMT${hours === 0 ? '' : `+${String(hours)}`})`;
}

function dayName(day: Day): string {
  return formatDay(noonOf(day), { locale: 'en', timeZone: 'UTC' });
}

/** The public page has the slots of a day of the reader's zone. */
async function expectOffered(
  page: Page,
  mentor: TestMentor,
  day: Day,
  timeZone: string,
  readIn = timeZone,
): Promise<void> {
  const expected = [addDays(day, -1), day, addDays(day, 1)]
    .flatMap((near) => startsOn(near, timeZone))
    .filter((at) => at.toZonedDateTimeISO(readIn).toPlainDate().toString() === day)
    .map((at) => clock(at, readIn));
  await page.goto(`${mentor.path}?day=${day}`);
  await expect(page.getByText(t('booking.calendarKeys'))).toBeAttached();
  await expect.poll(() => slotTexts(page)).toEqual(expected);
}

/** Ticks the date, which the preview follows to, and begins with the day before it. */
async function showInPreview(page: Page, day: Day): Promise<void> {
  const dates = page.getByRole('region', { name: t('availability.datesTitle') });
  const cell = dates.locator(`input[type=checkbox][value="${addDays(day, -1)}"]`);
  const next = dates.getByRole('button', { name: t('availability.nextMonth') });
  await expect(next).toBeVisible();
  for (let month = 0; month < 13 && !(await cell.isVisible()); month += 1) await next.click();
  await cell.check();
  await dates.getByRole('radio', { name: t('availability.change_usual') }).check();
}
