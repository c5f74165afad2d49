import { expect, it } from 'vitest';
import { formBytes } from './form-size';

it('counts a file and letters of several bytes, and never less than what is posted', async () => {
  const form = new FormData();
  form.set('bio', 'é'.repeat(1000));
  form.set('picture', new File([new Uint8Array(50_000)], 'picture.jpg', { type: 'image/jpeg' }));
  const posted = (await new Response(form).arrayBuffer()).byteLength;
  expect(formBytes(form)).toBeGreaterThanOrEqual(posted);
  expect(formBytes(form)).toBeLessThan(posted + 1000);
});
