import { expect, it } from 'vitest';
import { mayOffer } from './allowed-offer';

it('holds what is new to what is allowed, and leaves what was there', () => {
  const allowed = ['video'];
  expect(mayOffer(['video'], { allowed, before: [] })).toBe(true);
  expect(mayOffer(['video', 'phone'], { allowed, before: [] })).toBe(false);
  expect(mayOffer(['video', 'phone'], { allowed, before: ['phone'] })).toBe(true);
  expect(mayOffer(['in_person', 'phone'], { allowed, before: ['phone'] })).toBe(false);
});
