import { randomBytes } from 'node:crypto';
import { freePort } from '../shared/free-port';
import { isBuildFresh } from './production-build';
import { NEXT, runNode, TYPESCRIPT } from '../shared/run';
import type { TestDatabases } from '../database/test-database';

/** What a Chromium of ours is started with: it must run as root and ask nobody for updates. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Makes a production build when there is none of the present sources. */
export async function ensureBuild(): Promise<void> {
  if (isBuildFresh()) return;
  const built = await runNode([NEXT, 'build']);
  if (built !== 0) throw new Error('The production build failed (reason above).');
}

/**
 * A database of its own with the demo in it.
 * @returns the environment for `next start`, which has not been started
 */
export async function seedProduct(
  databases: TestDatabases,
  name: string,
): Promise<NodeJS.Dict<string> & { APP_URL: string }> {
  const settings = serverSettings(await databases.clone(name), await freePort());
  const seeded = await runNode([...TYPESCRIPT, 'scripts/commands/seed.ts'], settings);
  if (seeded !== 0) throw new Error('The demo data could not be written (reason above).');
  return settings;
}

/** Waits for a server that was started, a minute at most. */
export async function untilServed(url: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const answer = await fetch(new URL('/api/health', url)).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
  }
  throw new Error('The server did not start (reason above).');
}

/**
 * Everything the server reads, so that neither the shell nor `.env` decides what is tested. An
 * empty variable counts as not set, and Next.js does not fill it from a file.
 */
function serverSettings(databaseUrl: string, port: number) {
  return {
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_MAX: '10',
    DATABASE_TRANSACTION_POOLER: '',
    APP_URL: `http://localhost:${port}`,
    PORT: String(port),
    HOST: '127.0.0.1',
    TRUSTED_PROXIES: '',
    AUTH_SECRET: randomBytes(32).toString('hex'),
    AUTH_GOOGLE_ID: '',
    AUTH_GOOGLE_SECRET: '',
    RESEND_API_KEY: '',
    SMTP_URL: '',
    WHEREBY_API_KEY: '',
    STRIPE_SECRET_KEY: '',
    STRIPE_WEBHOOK_SECRET: '',
    SUPPORT_EMAIL: 'help@baobab.example',
    OPERATORS: 'operator@baobab.example',
    ORGANIZATIONS_FOUNDED_BY: 'operators',
    MAILBOX_ALLOWED: 'true',
    // Tests move the time themselves; a run of its own would send what they count.
    CRON_MODE: 'external',
    CRON_SECRET: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'warn',
  };
}
