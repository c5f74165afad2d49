import { describe, expect, it } from 'vitest';
import { monday } from '@/testing/people';
import { whyNotAgain } from './rules';

const now = monday.epochMilliseconds;
const hours = (count: number) => now - count * 3_600_000;

describe('a failed mail is sent again', () => {
  it.each([
    ['on the day', 'booked_mentee', hours(2), null],
    ['within a week', 'cancelled_mentor', hours(7 * 24), null],
    ['not later', 'cancelled_mentor', hours(7 * 24 + 1), 'too_old'],
    ['not with a link to sign in', 'sign_in', hours(1), 'link'],
    ['not with a link to a hold', 'hold', hours(1), 'link'],
  ] as const)('%s', (_, kind, createdAt, expected) => {
    expect(whyNotAgain({ kind, createdAt }, { now })).toBe(expected);
  });
});
