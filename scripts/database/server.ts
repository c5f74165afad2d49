import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { freePort } from '../shared/free-port';
import { findBinaries } from './binaries';
import { choosePlace, giveTo, type Place } from './identity';
import { withFolderLock } from './folder-lock';

export type ServerOptions = {
  /** The subfolder of `.postgres`: one server each. */
  name: 'dev' | 'test' | 'outage';
  /** Taken when it is free, else any free one. */
  preferredPort?: number;
  /** Server settings, as for `postgres -c name=value`. */
  settings?: Record<string, string>;
};

export type SharedServer = {
  /** Connection URL of a database on this server; without a name, of the maintenance database. */
  url: (database?: string) => string;
  port: number;
  /** How many other processes of ours use the server at this moment. */
  otherUsers: () => Promise<number>;
  /** Ends our use; the last user stops the server. Safe to call twice. */
  release: () => Promise<void>;
};

/**
 * Every user of a server keeps one connection under this name. The connection is the lease: it
 * ends with its process, however that dies, so the last one out can be trusted to stop the server.
 */
const LEASE = 'baobab-lease';
const USER = 'baobab';
const START_SECONDS = 30;

/**
 * Starts the embedded server, or joins it when another process of ours runs it already.
 * @throws with a sentence that says what to do
 */
export async function joinServer(options: ServerOptions): Promise<SharedServer> {
  const place = choosePlace(resolve('.postgres', options.name), findBinaries());
  return withFolderLock(place.folder, async () => {
    const port = (await runningPort(place)) ?? (await startServer(place, options));
    return leaseServer(place, port);
  });
}

async function leaseServer(place: Place, port: number): Promise<SharedServer> {
  const url = (database = 'postgres') => serverUrl(place, port, database);
  // No idle or life limit: the lease must not lapse while we work.
  const lease = postgres(url(), {
    max: 1,
    max_lifetime: null,
    idle_timeout: 0,
    connection: { application_name: LEASE },
    onnotice: () => {},
  });
  const otherUsers = async () => {
    const [row] = await lease<{ users: number }[]>`
      select count(*)::int as users from pg_stat_activity
      where application_name = ${LEASE} and pid <> pg_backend_pid()`;
    return row?.users ?? 0;
  };
  await otherUsers();
  let released = false;
  const release = async () => {
    if (released) return;
    released = true;
    await withFolderLock(place.folder, async () => {
      // An unreachable server counts as ours to stop: stopping a stopped one does no harm.
      const others = await otherUsers().catch(() => 0);
      await lease.end({ timeout: 1 });
      if (others === 0) pgCtl(place, ['stop', '-m', 'fast', '-t', '20']);
    });
  };
  return { url, port, otherUsers, release };
}

async function startServer(place: Place, options: ServerOptions): Promise<number> {
  if (!existsSync(join(place.folder, 'data'))) createCluster(place);
  await removeStaleLock(place);
  const settings = {
    listen_addresses: '127.0.0.1',
    // Sockets in /tmp would be shared by every project of this machine.
    unix_socket_directories: '',
    timezone: 'UTC',
    ...options.settings,
  };
  let lastProblem = '';
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const port = await freePort(attempt === 0 ? options.preferredPort : undefined);
    const flags = Object.entries({ ...settings, port }).map(
      ([key, value]) => `-c ${key}='${value}'`,
    );
    rmSync(logFile(place), { force: true });
    const started = pgCtl(place, [
      'start',
      '-w',
      '-t',
      String(START_SECONDS),
      '-l',
      logFile(place),
      '-o',
      flags.join(' '),
    ]);
    if (started.status === 0) return port;
    lastProblem = existsSync(logFile(place))
      ? readFileSync(logFile(place), 'utf8')
      : started.output;
    // Processes of a killed server may hold its shared memory for a moment longer.
    await new Promise((done) => setTimeout(done, 1000));
  }
  throw new Error(
    `The embedded PostgreSQL in ${place.folder} does not start:\n${lastProblem.trim()}\n` +
      'Remove that folder to start with an empty database, or set DATABASE_URL to use another server.',
  );
}

/** Made under another name and then renamed, so that an interrupted creation leaves nothing half done. */
function createCluster(place: Place): void {
  const unfinished = join(place.folder, 'data.unfinished');
  const password = join(place.folder, 'password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(place.identity, unfinished);
  // A password, since any local user can connect, and a superuser can run programs as ours.
  writeFileSync(password, randomBytes(18).toString('base64url'), { mode: 0o600 });
  chmodSync(password, 0o600);
  giveTo(place.identity, password);
  const { status, stderr, error } = spawnSync(
    place.binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${USER}`,
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same sorting and case rules on every machine.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
    ],
    { ...place.identity, cwd: '/', encoding: 'utf8' },
  );
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(
      `The embedded PostgreSQL could not be set up in ${place.folder}:\n${error?.message ?? stderr}`,
    );
  }
  renameSync(unfinished, join(place.folder, 'data'));
}

/** The port of our server when it runs and answers, else null. */
async function runningPort(place: Place): Promise<number | null> {
  for (let waited = 0; ; waited += 1) {
    const lock = readLock(place);
    if (lock === null || !isOurs(place, lock.pid)) return null;
    if (lock.port > 0 && (await answers(serverUrl(place, lock.port, 'postgres')))) return lock.port;
    if (waited >= START_SECONDS) {
      throw new Error(
        `The embedded PostgreSQL (process ${lock.pid}) runs but does not answer. ` +
          `Stop it with kill ${lock.pid} and try again; its log is ${logFile(place)}`,
      );
    }
    await new Promise((done) => setTimeout(done, 1000));
  }
}

/**
 * PostgreSQL clears its own lock after a crash unless the number of the dead process is in use
 * again, as happens in containers, where every start hands out the same numbers.
 */
async function removeStaleLock(place: Place): Promise<void> {
  const lock = readLock(place);
  if (lock !== null && !isOurs(place, lock.pid))
    rmSync(join(place.folder, 'data', 'postmaster.pid'), { force: true });
}

function readLock(place: Place): { pid: number; port: number } | null {
  const path = join(place.folder, 'data', 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
}

function isOurs(place: Place, pid: number): boolean {
  const command = commandLine(pid);
  if (command === null) return false;
  // Windows shows no command line here; there PostgreSQL judges its lock alone.
  return process.platform === 'win32' || command.includes(join(place.folder, 'data'));
}

function commandLine(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Not permitted means that it exists.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null;
  }
  if (process.platform === 'win32') return '';
  if (process.platform === 'linux') {
    return existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : null;
  }
  const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'args='], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout : null;
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function serverUrl(place: Place, port: number, database: string): string {
  const password = readFileSync(join(place.folder, 'password'), 'utf8').trim();
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Among the data, the only place where the server's user may surely write. */
function logFile(place: Place): string {
  return join(place.folder, 'data', 'server.log');
}

function pgCtl(place: Place, args: string[]): { status: number | null; output: string } {
  // No pipes: the server inherits them and would keep this process waiting.
  const { status, error } = spawnSync(
    place.binaries.pgCtl,
    [...args, '-D', join(place.folder, 'data')],
    { ...place.identity, cwd: '/', stdio: 'ignore' },
  );
  return { status, output: error?.message ?? '' };
}
