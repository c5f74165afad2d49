// `npm start`: Next.js's own command, on a server that stays up and so can be its own cron, and that answers
// this machine alone. What the environment or its files say of CRON_MODE and HOST wins, and so do arguments.
import { setDefaultResultOrder } from 'node:dns';
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

const files = ['.env.production.local', '.env.local', '.env.production', '.env'].filter(existsSync);
const inFiles = files.map((path) => parseEnv(readFileSync(path, 'utf8')));
const said = (name) => [process.env, ...inFiles].map((some) => some[name]).find(Boolean);

if (!said('CRON_MODE')) process.env.CRON_MODE = 'embedded';

// By its name, since Next.js calls the address by it and takes 127.0.0.1 in its own rewrites for another host.
const given = said('HOST');
const host = !given || given === '127.0.0.1' ? 'localhost' : given;
if (host === 'localhost') setDefaultResultOrder('ipv4first');

// Next.js lets every request end, and one that hangs, or a reader who keeps a connection open, never does.
// Hosts kill after ten seconds.
const graceMs = 8000;
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(signal, () => setTimeout(() => process.exit(code), graceMs).unref());
}

const namesHost = process.argv.some((argument) => /^(-H|--hostname)/.test(argument));
process.argv.splice(2, 0, 'start', ...(namesHost ? [] : ['--hostname', host]));
await import('../../node_modules/next/dist/bin/next');
