import { chooseSlot } from './booking-steps';
import { expect, test } from './fixtures';
import { hourAhead, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const reader = { locale: 'en', timeZone: 'Europe/Paris' } as const;

test('a form that lacks something says so where it is missing, and keeps the rest', async ({
  page,
}) => {
  const mentor = await publishMentor();
  await page.goto(mentor.path);
  await chooseSlot(page, hourAhead(2, 9), reader);
  await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();

  const name = page.getByRole('textbox', { name: t('booking.name') });
  const email = page.getByRole('textbox', { name: t('booking.email') });
  await name.fill('Fatou Sow');
  await email.fill('fatou at example');
  await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();

  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(new RegExp(t('booking.emailWrong')));
  await expect(name).toHaveValue('Fatou Sow');
});
