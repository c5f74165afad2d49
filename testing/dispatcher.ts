/**
 * A dispatcher in a process of its own, for tests that kill one: sends what is due through the provider
 * at its first argument, then ends. For all that share the second argument, when the test began in epoch
 * milliseconds, it is the same time: that Monday, and what has passed since. The database is
 * DATABASE_URL's.
 */
import { pool } from '@/db/client';
import { resendTransport } from '@/lib/outbox/transports/resend';
import { sendMails } from '@/lib/mails/service';
import { monday } from './people';

const [baseUrl = '', beganMs = ''] = process.argv.slice(2);
const transport = resendTransport({
  apiKey: 're_test',
  baseUrl,
  from: 'Baobab <hello@example.test>',
  answerWithinMs: 2000,
});
const counts = await sendMails({
  now: monday.add({ milliseconds: Date.now() - Number(beganMs) }),
  limit: 10_000,
  transport,
});
process.stdout.write(`${JSON.stringify(counts)}\n`);
await pool.end();
