import { afterEach, expect, it } from 'vitest';
import { watching } from '@/db/connection';
import { order, user } from '@/testing/bookings';
import { expectLedgerAddsUp, grantCredits } from '@/testing/ledger';
import { at, makeMentor, makeUser } from '@/testing/people';
import { orderSlots } from './order-slots';

afterEach(expectLedgerAddsUp);

/** What an order sends to the database, in this order. */
async function statementsOf(starts: string[]): Promise<string[]> {
  const { mentorId, variantId } = await makeMentor({ priceCredits: 5 });
  const mentee = await makeUser();
  await grantCredits(mentee.id, 500);
  const sent: string[] = [];
  watching.statement = (text) => sent.push(text);
  const asked = { booker: user(mentee.id), mentorId, variantId, starts: starts.map(at) };
  const result = await orderSlots(order(asked));
  watching.statement = null;
  expect(result.ok).toBe(true);
  return sent;
}

it('locks people before it reads anything, though all of it is sent together', async () => {
  const [begin, lock, ...others] = await statementsOf(['2026-11-24T10:00']);
  expect(begin).toMatch(/^begin/);
  expect(lock).toMatch(/from "users" where .* for no key update$/);
  // A statement that locked and read would judge by rows of before it got its lock.
  expect(others.filter((text) => / for (no key )?update/.test(text))).toEqual([]);
});

it('takes as many statements for twenty slots as for one, and not many', async () => {
  const one = await statementsOf(['2026-11-24T10:00']);
  expect(one.length).toBeLessThanOrEqual(26);
  const days = ['24', '25', '26'];
  const hours = ['09', '11', '13', '15'];
  const many = days.flatMap((day) => hours.map((hour) => `2026-11-${day}T${hour}:00`));
  // What is left undone when one of several is refused is undone to a savepoint of its own.
  expect((await statementsOf(many)).length).toBeLessThanOrEqual(one.length + 1);
});
