// `npm start`: Next.js's own command, on a server that stays up and so can be its own cron. What the
// environment or its files say of CRON_MODE wins.
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

const files = ['.env.production.local', '.env.local', '.env.production', '.env'];
const isInFile = files.some(
  (path) => existsSync(path) && parseEnv(readFileSync(path, 'utf8')).CRON_MODE,
);
if (!process.env.CRON_MODE && !isInFile) process.env.CRON_MODE = 'embedded';

process.argv.splice(2, 0, 'start');
await import('../../node_modules/next/dist/bin/next');
