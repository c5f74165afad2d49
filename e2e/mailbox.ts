import { expect, type Page } from '@playwright/test';

/** Opens the newest mail to `to` of this subject, on the page where mails are kept. */
export async function openMail(
  page: Page,
  { to, subject }: { to: string; subject: string | RegExp },
) {
  const entry = page.getByRole('link', { name: subject }).first();
  // Mails are sent after the answer that they tell of, so the list is asked again until it is there.
  await expect(async () => {
    await page.goto(`/dev/mailbox?to=${encodeURIComponent(to)}`);
    await expect(entry).toBeVisible({ timeout: 500 });
  }).toPass();
  await entry.click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
}

/** The path of the link under `/folder/` that the open mail has, without following it. */
export async function mailedPath(page: Page, folder: string): Promise<string> {
  const href = await page.locator(`main li a[href*="/${folder}/"]`).first().getAttribute('href');
  if (href === null) throw new Error(`The mail has no link to a page under /${folder}/.`);
  const { pathname, search } = new URL(href);
  return pathname + search;
}

/** The button in the mail itself, as its reader sees it. */
export function mailButton(page: Page, name: string) {
  return page.frameLocator('main iframe').getByRole('link', { name, exact: true });
}

/** What Chromium says when Playwright looks into a mail, whose frame may run no scripts. */
export const blockedInMail = /^Blocked script execution in 'about:srcdoc'/;
