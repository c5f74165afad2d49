import { expect, it } from 'vitest';
import { type LinkState, refusalOfLink } from './rules';

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
