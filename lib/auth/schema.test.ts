import { describe, expect, it } from 'vitest';
import { emailAddress } from './schema';

describe('an e-mail address', () => {
  it.each([
    [' Awa.Diop@Example.TEST ', 'awa.diop@example.test'],
    ['awa@', null],
    ['awa@example.test\r\nBcc: x@y.test', null],
    [`${'a'.repeat(250)}@example.test`, null],
  ])('%j becomes %j', (value, address) => {
    expect(emailAddress.safeParse(value).data ?? null).toBe(address);
  });
});
