import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { deliveries, mailPauses } from '@/db/schema/outbox';
import { enqueue, makeBooking, readDelivery } from '@/testing/deliveries';
import { refusal, startMailProvider } from '@/testing/mail-provider';
import { monday } from '@/testing/people';
import { sendMails } from '@/lib/mails/service';

type Provider = Awaited<ReturnType<typeof startMailProvider>>;
type Fault = ReturnType<NonNullable<Parameters<typeof startMailProvider>[0]>>;

let provider: Provider | null = null;

/** A provider that does `fault` to its first requests and takes all others. */
async function startWith(
  fault: Fault,
  { times = 1, ...options }: { times?: number } & Parameters<typeof startMailProvider>[1] = {},
): Promise<Provider> {
  provider = await startMailProvider((_, place) => (place < times ? fault : 'accept'), options);
  return provider;
}

const tooMany = (seconds: string) =>
  refusal(429, 'rate_limit_exceeded', { 'retry-after': seconds });

async function expectSecondTry({ requests, accepted, transport }: Provider) {
  const id = await bookedMail();
  expect(await sendMails({ now: monday, transport })).toMatchObject({ retried: 1 });
  const retryAt = monday.add({ minutes: 2 });
  expect(await sendMails({ now: retryAt, transport })).toMatchObject({ sent: 1 });
  expect(await readDelivery(id)).toMatchObject({ status: 'sent', attempts: 2 });
  expect(requests).toHaveLength(2);
  expect(requests[1]).toEqual(requests[0]);
  expect([...accepted.keys()]).toEqual([id]);
}

async function bookedMail(): Promise<string> {
  const { booking } = await makeBooking();
  return enqueue({ kind: 'booked_mentee', bookingIds: [booking.id] });
}

beforeEach(async () => {
  // Each test counts what is due, so what others left must not be.
  await db.update(deliveries).set({ status: 'skipped' }).where(eq(deliveries.status, 'pending'));
  await db.delete(mailPauses);
});

afterEach(async () => {
  await provider?.stop();
  provider = null;
});

describe('a mail is tried again, with the same bytes under the same key, after', () => {
  it('an error of the provider', async () => {
    await expectSecondTry(await startWith(refusal(500, 'internal_server_error')));
  });

  it('a connection that was reset', async () => {
    await expectSecondTry(await startWith('hang up'));
  });

  it('a connection that was reset once the mail had been taken', async () => {
    await expectSecondTry(await startWith('accept, then hang up'));
  });

  it('a silence once the mail had been taken', async () => {
    await expectSecondTry(await startWith('accept, then say nothing', { answerWithinMs: 300 }));
  });

  it('an answer cut short', async () => {
    await expectSecondTry(await startWith({ status: 200, body: '{"id":"mail-' }));
  });

  it('a page of somebody else’s', async () => {
    await expectSecondTry(await startWith({ status: 200, body: '<html>Please log in</html>' }));
  });

  it('a refusal by somebody else’s page, which says nothing about the mail', async () => {
    await expectSecondTry(await startWith({ status: 413, body: '<html>nginx</html>' }));
  });

  it('an answer without an id', async () => {
    await expectSecondTry(await startWith({ status: 200, body: {} }));
  });

  it('an error in no known shape', async () => {
    await expectSecondTry(await startWith({ status: 502, body: { error: { code: 7 } } }));
  });

  it('the same key still being worked on', async () => {
    await expectSecondTry(await startWith(refusal(409, 'concurrent_idempotent_requests')));
  });

  it('a key to the provider that is not ours', async () => {
    await expectSecondTry(await startWith(refusal(403, 'invalid_api_key')));
  });

  it('a sender that the provider does not know yet', async () => {
    await expectSecondTry(await startWith(refusal(422, 'invalid_from_address')));
  });
});

describe('a mail is not tried again', () => {
  it('when it never will be taken', async () => {
    const { transport } = await startWith(refusal(422, 'validation_error'));
    const id = await bookedMail();
    expect(await sendMails({ now: monday, transport })).toMatchObject({ failed: 1 });
    expect(await readDelivery(id)).toMatchObject({
      status: 'failed',
      attempts: 1,
      lastError: '422 validation_error: As the test wants it.',
    });
  });

  it('and what is kept of it names nobody, though servers repeat whom a mail is for', async () => {
    const message = 'awa@lycee.example: see https://lists.example/u/secret?to=awa%40lycee.example';
    const answer = { status: 422, body: { name: 'validation_error', message } };
    const { transport } = await startWith(answer);
    const id = await bookedMail();
    expect(await sendMails({ now: monday, transport })).toMatchObject({ failed: 1 });
    const { lastError } = await readDelivery(id);
    expect(lastError).toBe('422 validation_error: …@…: see https://lists.example/…');
  });

  it('when its key was used with another body, which means that it was sent', async () => {
    const { transport, accepted } = await startWith('accept');
    const id = await bookedMail();
    accepted.set(id, 'an earlier attempt');
    expect(await sendMails({ now: monday, transport })).toMatchObject({ sent: 1 });
    const row = await readDelivery(id);
    expect(row.status).toBe('sent');
    expect(row.lastError).toContain('invalid_idempotent_request');
  });
});

describe('a provider that asks to slow down', () => {
  it('is asked again no sooner than it said, and nobody loses an attempt', async () => {
    const { transport, requests } = await startWith(tooMany('300'), { times: 5 });
    const ids = await Promise.all(Array.from({ length: 10 }, bookedMail));
    expect(await sendMails({ now: monday, transport })).toMatchObject({
      sent: 0,
      retried: 0,
      deferred: 10,
      hasMore: true,
    });
    const rows = await Promise.all(ids.map(readDelivery));
    expect(rows.map((row) => row.attempts)).toEqual(ids.map(() => 0));
    await sendMails({ now: monday.add({ seconds: 200 }), transport });
    expect(requests).toHaveLength(5);
    const later = monday.add({ minutes: 10 });
    expect(await sendMails({ now: later, transport })).toMatchObject({ sent: 10 });
  });

  it('is left in peace by other runs too, with mails that it has not seen', async () => {
    const { transport, requests } = await startWith(tooMany('300'));
    await bookedMail();
    await sendMails({ now: monday, transport });
    const id = await bookedMail();
    const soon = monday.add({ seconds: 30 });
    expect(await sendMails({ now: soon, transport })).toMatchObject({
      hasMore: true,
    });
    expect(requests).toHaveLength(1);
    expect((await readDelivery(id)).attempts).toBe(0);
  });

  it('is waited for when it does not take long, and asked less at once', async () => {
    const { transport, requests } = await startWith(tooMany('1'), { times: 3 });
    const ids = await Promise.all(Array.from({ length: 12 }, bookedMail));
    const startedAt = performance.now();
    expect(await sendMails({ now: monday, transport })).toMatchObject({
      sent: 12,
      deferred: 0,
      hasMore: false,
    });
    expect(performance.now() - startedAt).toBeGreaterThan(990);
    const rows = await Promise.all(ids.map(readDelivery));
    expect(rows.map((row) => row.attempts)).toEqual(ids.map(() => 1));
    expect(requests).toHaveLength(15);
  });

  it('needs no refusal: the last mail of its second is followed by a pause', async () => {
    const { transport } = await startWith('accept', {
      answerHeaders: () => ({ 'ratelimit-remaining': '0', 'ratelimit-reset': '1' }),
    });
    await Promise.all(Array.from({ length: 6 }, bookedMail));
    const startedAt = performance.now();
    expect(await sendMails({ now: monday, transport })).toMatchObject({ sent: 6 });
    expect(performance.now() - startedAt).toBeGreaterThan(990);
  });

  it('for the day is not asked every minute', async () => {
    const { transport, requests } = await startWith(refusal(429, 'daily_quota_exceeded'));
    await bookedMail();
    await sendMails({ now: monday, transport });
    await sendMails({ now: monday.add({ minutes: 5 }), transport });
    expect(requests).toHaveLength(1);
    const later = monday.add({ minutes: 16 });
    expect(await sendMails({ now: later, transport })).toMatchObject({ sent: 1 });
  });
});

it('ends in time, and gives back what it had no time for', async () => {
  const { transport, accepted } = await startWith('accept');
  const ids = await Promise.all([1, 2, 3].map(bookedMail));
  expect(await sendMails({ now: monday, endsAt: monday, transport })).toMatchObject({
    sent: 0,
    hasMore: true,
  });
  expect(accepted.size).toBe(0);
  const rows = await Promise.all(ids.map(readDelivery));
  expect(rows.every((row) => row.leasedUntil === null && row.attempts === 0)).toBe(true);
});
