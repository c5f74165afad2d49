import { expect, it } from 'vitest';
import { mailboxHashes, mailboxOf } from './mailbox';

it.each([
  ['farm+1@example.test', 'farm@example.test'],
  ['Farm+a+b@Example.test', 'farm@example.test'],
  ['f.a.rm+1@gmail.com', 'farm@gmail.com'],
  ['farm@googlemail.com', 'farm@gmail.com'],
  ['f.arm@example.test', 'f.arm@example.test'],
])('%s is of the mailbox %s', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
  expect(mailboxHashes(email)).toEqual(mailboxHashes(mailbox));
  expect(mailboxHashes(email)[0]).toMatch(/^[0-9a-f]{64}$/);
});
