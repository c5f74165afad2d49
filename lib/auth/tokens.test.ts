import { expect, it } from 'vitest';
import { hashToken, mintToken, sealText, unsealText } from './tokens';

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
