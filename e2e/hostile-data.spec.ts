/** Every mail at 320 px, with names and texts in it that have nowhere to break; `every-page.spec.ts` has the pages. */
import { hostileRequests, write } from '@/testing/mailed-bookings';
import { expectNarrow, narrowPhone } from './narrow';
import { test } from './fixtures';

test('every mail keeps to 320 px whatever people have written', async ({ page }) => {
  await page.setViewportSize(narrowPhone);
  for (const [index, [, request]] of hostileRequests.entries()) {
    const { html } = await write(request, index % 2 === 0 ? 'fr' : 'en');
    await page.setContent(html);
    await expectNarrow(page);
  }
});
