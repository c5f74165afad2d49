/*
 * A thousand visitors who want one and the same time at once, over HTTP against the production server, while
 * one more reads other pages: how long each waits beside as many posts that are refused unread and the same
 * pages read in peace, and who gets the time.
 *
 *   npm run bench -- hot-slot [VISITORS]
 */
import postgres from 'postgres';
import { percentile, rounded } from './measure';
import {
  ask,
  book,
  counted,
  freeTimes,
  onServedProduct,
  readBookingForm,
  type Served,
} from './served';

const visitors = Number(process.argv[2] ?? 1000);
const otherPages = ['/', '/mentors', '/mentors/awa-diop', '/api/health'];

await onServedProduct(async (served) => {
  const [page] = await freeTimes(served, '/mentors/awa-diop');
  if (!page) throw new Error('Awa Diop has no time to book');
  const form = await readBookingForm(page);

  // What a post costs before a service is asked: the same form for nobody, which no schema takes.
  const forNobody = { ...form, fields: { ...form.fields, as: 'nobody' } };
  const unread = await Promise.all(
    Array.from({ length: visitors }, (_, visitor) => book(page, forNobody, 200_000 + visitor)),
  );
  await readOthers(served, () => false, 3);
  const inPeace = await readOthers(served, () => false, 20);
  let over = false;
  const meanwhile = readOthers(served, () => !over);
  const all = await Promise.all(
    Array.from({ length: visitors }, (_, visitor) => book(page, form, visitor + 1)),
  );
  over = true;
  const during = await meanwhile;

  console.log('What became of it:', counted(all.map(({ outcome }) => outcome)));
  console.table({
    'posts that are refused unread': times(unread.map(({ ms }) => ms)),
    'posts on one time': times(all.map(({ ms }) => ms)),
    'other pages meanwhile': times(during.map(({ ms }) => ms)),
    'other pages in peace': times(inPeace.map(({ ms }) => ms)),
  });
  console.log('Answers of other pages:', counted(during.map(({ status }) => status)));
  const sql = postgres(served.databaseUrl, { max: 1 });
  const [found] = await sql`
    select count(*) filter (where attendances > 0)::int as sessions,
      coalesce(sum(attendances), 0)::int as attendances,
      (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks
    from (
      select s.id, (select count(*) from bookings b where b.session_id = s.id) as attendances
      from sessions s where lower(s.period) = ${form.fields.startsAt ?? ''}
        and s.mentor_id = ${form.fields.mentorId ?? ''} and s.active
    ) as taken`;
  console.log('In the database:', found);
  await sql.end();
});

/** Other pages one after the other, so many or as long as it goes on; each by a visitor of its own. */
async function readOthers({ appUrl }: Served, goesOn: () => boolean, atLeast = 1) {
  const answers = [];
  for (let turn = 0; turn < atLeast || goesOn(); turn += 1) {
    const path = otherPages[turn % otherPages.length] ?? '/';
    answers.push(await ask(new URL(path, appUrl), 100_000 + turn));
  }
  return answers;
}

function times(ms: number[]) {
  const all = { seconds: 0, ms };
  return {
    count: ms.length,
    'p50 ms': rounded(percentile(all, 0.5), 0),
    'p99 ms': rounded(percentile(all, 0.99), 0),
    'slowest ms': rounded(Math.max(...ms), 0),
  };
}
