import { openDevDatabase } from '../database/dev-database';
import { loadEnvironmentFiles } from '../shared/environment';
import { nextFreePort } from '../shared/free-port';
import { migrateDatabase } from '../database/migrations';
import { exitCode, NEXT, runNode, sentence, spawnNode, TYPESCRIPT } from '../shared/run';

type Cleanup = () => Promise<void>;

/** What to undo when we stop, newest first. */
const cleanups: Cleanup[] = [];
let stopping = false;

async function stop(code: number): Promise<never> {
  // A second Ctrl-C while stopping changes nothing: stopping takes a second or two.
  if (stopping) return new Promise(() => {});
  stopping = true;
  for (const cleanup of cleanups.toReversed()) {
    await cleanup().catch((error: unknown) => console.error(sentence(error)));
  }
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void stop(0));
}

async function start(): Promise<number> {
  loadEnvironmentFiles();
  if (process.env.DATABASE_URL) {
    say('Database: the one in DATABASE_URL');
  } else {
    say('Starting the embedded PostgreSQL (data in .postgres) …');
  }
  const database = await openDevDatabase();
  cleanups.push(database.release);
  process.env.DATABASE_URL = database.url;

  say('Bringing the schema up to date …');
  await migrateDatabase(database.url).catch((error: unknown) => {
    if (database.embedded) throw error;
    const advice = 'Check DATABASE_URL, or unset it to use the embedded server.';
    throw new Error(`${sentence(error)}\n${advice}`, { cause: error });
  });

  say('Looking for demo data …');
  const seeded = await runNode([...TYPESCRIPT, 'scripts/commands/seed.ts', '--if-empty']);
  if (stopping) return 0;
  if (seeded !== 0) {
    throw new Error(
      'The demo data could not be written (reason above). npm run db:reset starts over.',
    );
  }

  const wanted = Number(process.env.PORT || 3000);
  const port = await nextFreePort(wanted);
  if (port !== wanted) say(`Port ${wanted} is taken; using ${port}`);
  const url = `http://localhost:${port}`;
  process.env.APP_URL ||= url;
  process.env.CRON_MODE ||= 'embedded';

  const next = spawnNode([
    '--import',
    './scripts/shared/end-with-parent.mjs',
    NEXT,
    'dev',
    '--port',
    String(port),
  ]);
  const ended = exitCode(next);
  cleanups.push(async () => {
    next.kill('SIGTERM');
    const impatience = setTimeout(() => next.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(impatience);
  });
  say(`
  Baobab is at ${url}
  Sign in:   ${url}/sign-in has one-click links for the demo mentee, mentor and admin
  E-mails:   ${url}/dev/mailbox
  Stop with Ctrl-C
`);
  return ended;
}

function say(line: string): void {
  console.log(line);
}

try {
  await stop(await start());
} catch (error) {
  console.error(`\n${sentence(error)}`);
  await stop(1);
}
