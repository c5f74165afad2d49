import { expect, it } from 'vitest';
import {
  hashToken,
  mintToken,
  openManageLink,
  sealManageLink,
  sealText,
  unsealText,
} from './tokens';

it('mints 256 random bits, and keeps only what they hash to', () => {
  const minted = Array.from({ length: 1000 }, mintToken);
  expect(new Set(minted.map(({ token }) => token)).size).toBe(1000);
  for (const { token, tokenHash } of minted) {
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(tokenHash).toBe(hashToken(token));
    expect(tokenHash).toMatch(/^[0-9a-f]{64}$/);
  }
});

it('opens what it sealed, and nothing that was changed or sealed for something else', () => {
  const seal = { secret: 'a secret', purpose: 'flash' };
  const sealed = sealText('some.text', seal);
  expect(unsealText(sealed, seal)).toBe('some.text');
  expect(unsealText(sealed.replace('some', 'same'), seal)).toBeNull();
  expect(unsealText(sealed.slice(0, -1), seal)).toBeNull();
  expect(unsealText(sealed, { ...seal, purpose: 'other' })).toBeNull();
  expect(unsealText(sealed, { ...seal, secret: 'another' })).toBeNull();
  expect(unsealText('', seal)).toBeNull();
});

const claims = {
  bookingId: '01900000-0000-7000-8000-00000000000a',
  personId: '01900000-0000-7000-8000-0000000000ff',
  sequence: 3,
  expiresAt: Date.UTC(2026, 11, 8, 15, 30),
};

it('seals a link to a booking the same way each time, and opens it with any secret still known', () => {
  const token = sealManageLink(claims, 'old');
  expect(token).toBe(sealManageLink(claims, 'old'));
  expect(token).toMatch(/^[\w-]{97}$/);
  expect(openManageLink(token, ['new', 'old'])).toEqual(claims);
  expect(openManageLink(token, ['new'])).toBeNull();
});

it('opens no link of which a character was changed, added or taken', () => {
  const token = sealManageLink(claims, 's');
  for (let place = 0; place < token.length; place += 1) {
    const other = token[place] === 'A' ? 'B' : 'A';
    const changed = token.slice(0, place) + other + token.slice(place + 1);
    expect(openManageLink(changed, ['s'])).toBeNull();
  }
  for (const wrong of ['', 'A', token.slice(0, -1), `${token}A`, token.slice(1)]) {
    expect(openManageLink(wrong, ['s'])).toBeNull();
  }
});
