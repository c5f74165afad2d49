import { expect, it } from 'vitest';
import { type LinkState, refusalOfLink, returnAddress } from './rules';

const fresh: LinkState = { purpose: 'sign_in', expiresAt: 1000, isUsed: false };
const held: LinkState = { ...fresh, purpose: 'hold' };
const used: LinkState = { ...fresh, isUsed: true };

it.each([
  ['a fresh link', fresh, 999, null],
  ['no link', null, 0, 'unknown'],
  ['a link to a hold', held, 0, 'unknown'],
  ['a link at the end of its time', fresh, 1000, 'expired'],
  ['a used link', used, 2, 'used'],
  ['a used link whose time is over', used, 2000, 'used'],
])('%s', (_, link, now, refusal) => {
  expect(refusalOfLink(link, { purpose: 'sign_in', now: now })).toBe(refusal);
});

it.each([
  ['/fr/bookings?day=1', '/fr/bookings?day=1'],
  ['https://baobab.test/bookings', '/bookings'],
  ['https://baobab.test', '/'],
  ['https://baobab.test//evil.example', '/'],
  ['https://baobab.test.evil.example/', '/'],
  ['https://baobab.test@evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example/bookings', '/'],
])('from Google, %s leads to %s', (asked, path) => {
  expect(returnAddress(asked, 'https://baobab.test')).toBe(`https://baobab.test${path}`);
});
