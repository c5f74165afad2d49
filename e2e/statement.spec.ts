import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect, test } from './fixtures';
import { bookBatchFor, hourAhead, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const t = textsIn('en');
const price = 15;
const welcome = 100;

test('a statement adds up, line by line, on the page and in its file', async ({
  page,
  context,
  signIn,
}) => {
  const mentor = await publishMentor({ priceCredits: price });
  const mentee = await makeMentee();
  await signIn(context, mentee);
  const starts = [hourAhead(3, 9), hourAhead(4, 9), hourAhead(5, 9)];
  const { bookings } = await bookBatchFor(mentee.id, mentor, starts);
  await page.goto(`/bookings/${bookings[1]?.bookingId}/cancel`);
  await page.getByRole('textbox', { name: t('cancelling.reason') }).fill('I am away');
  await page.getByRole('button', { name: t('cancelling.submit', { count: 1 }) }).click();
  await expect(page.getByText(t('bookingStatus.cancelled')).first()).toBeVisible();

  await page.goto('/credits');
  const balance = welcome - 2 * price;
  await expect(
    page.getByText(t('credits.credits', { count: balance }), { exact: true }),
  ).toBeVisible();
  const lines = await readLines(page);
  expect(lines.map(({ amount }) => amount)).toEqual([price, -price, -price, -price, welcome]);
  expectToAddUp(lines, balance);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: t('credits.download') }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) {
    chunks.push(Buffer.from(chunk));
  }
  const rows: Record<string, string>[] = parse(Buffer.concat(chunks), { bom: true, columns: true });
  const inFile = rows.map((row) => ({
    amount: Number(row[t('credits.column_amount')]),
    balance: Number(row[t('credits.column_balance')]),
  }));
  expect(inFile).toEqual(lines);

  // The same for a French spreadsheet.
  const french = await page.request.get('/api/credits?account=user&locale=fr');
  const [titles, newest] = parse(await french.body(), { bom: true, delimiter: ';' });
  expect(titles?.slice(1)).toEqual(
    (['what', 'detail', 'reference', 'amount', 'balance'] as const).map((name) =>
      textsIn('fr')(`credits.column_${name}`),
    ),
  );
  expect(newest?.[0]).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
});

interface Line {
  amount: number;
  balance: number;
}

/** What the page says of each movement, the newest first. */
async function readLines(page: Page): Promise<Line[]> {
  const items = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /Balance/ });
  await expect(items.first()).toBeVisible();
  return (await items.allInnerTexts()).map((text) => {
    const [, amount, balance] = /([+-]\d+)\s*Balance (\d+)/.exec(text.replace('−', '-')) ?? [];
    return { amount: Number(amount), balance: Number(balance) };
  });
}

/** Each balance is the one before with the line's own amount; the newest is what there is. */
function expectToAddUp(lines: Line[], balance: number): void {
  expect(lines[0]?.balance).toBe(balance);
  for (const [place, line] of lines.entries()) {
    expect(line.balance).toBe((lines[place + 1]?.balance ?? 0) + line.amount);
  }
}
