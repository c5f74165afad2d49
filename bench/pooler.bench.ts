/*
 * The documented set-up of a serverless host: the production server behind a real PgBouncer in transaction
 * mode. Visitors browse, and race for the same times; nothing hangs, nothing answers 5xx, no time is given
 * twice.
 *
 *   npm run bench -- pooler [REQUESTS]
 */
import postgres from 'postgres';
import { hasPooler } from '../testing/pooler';
import { percentile, rounded } from './measure';
import {
  ask,
  type BookingForm,
  book,
  counted,
  freeTimes,
  onServedProduct,
  readBookingForm,
} from './served';

const requests = Number(process.argv[2] ?? 10_000);
const callers = 50;
/** One request in so many is a booking. */
const oneBookingIn = 3;
/** Visitors who race for a time, one after the other, before the next time's come. */
const racers = 200;

if (!hasPooler) throw new Error('PgBouncer is not installed.');

await onServedProduct(
  async (served) => {
    const { appUrl, databaseUrl } = served;
    const pages = await freeTimes(served, '/mentors/awa-diop');
    const forms: [URL, BookingForm][] = [];
    for (const page of pages) forms.push([page, await readBookingForm(page)]);
    const paths = ['/', '/mentors', '/mentors/awa-diop', '/mentors?q=data', '/api/health'];

    const answers: { kind: string; outcome: string; ms: number }[] = [];
    const one = async (turn: number) => {
      const [page, form] = forms[Math.floor(turn / oneBookingIn / racers) % forms.length] ?? [];
      if (turn % oneBookingIn === 0 && page && form) {
        answers.push({ kind: 'bookings', ...(await book(page, form, turn)) });
        return;
      }
      const path = paths[turn % paths.length] ?? '/';
      const { status, ms } = await ask(new URL(path, appUrl), turn);
      answers.push({ kind: 'pages', outcome: String(status), ms });
    };
    const turns = Array.from({ length: requests }, (_, turn) => turn).values();
    const before = performance.now();
    await Promise.all(
      Array.from({ length: callers }, async () => {
        for (const turn of turns) await one(turn);
      }),
    );
    const seconds = (performance.now() - before) / 1000;

    for (const kind of ['pages', 'bookings']) {
      const ofKind = answers.filter((answer) => answer.kind === kind);
      const times = { seconds, ms: ofKind.map(({ ms }) => ms) };
      console.log(`${kind}:`, counted(ofKind.map(({ outcome }) => outcome)), {
        'p50 ms': rounded(percentile(times, 0.5), 0),
        'p99 ms': rounded(percentile(times, 0.99), 0),
      });
    }
    console.log(`${requests} requests by ${callers} callers in ${rounded(seconds, 0)} s`);
    const sql = postgres(databaseUrl, { max: 1 });
    const [twice] = await sql`
      select count(*)::int as count from sessions a
        join sessions b on a.mentor_id = b.mentor_id and a.id < b.id and a.period && b.period
      where a.active and b.active`;
    console.log('Times given twice:', twice?.count);
    await sql.end();
  },
  { connections: 10 },
);
