/** A real PgBouncer in transaction mode, in front of a test's database. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../scripts/shared/free-port';

export const hasPooler = spawnSync('pgbouncer', ['--version']).status === 0;

export interface Pooler {
  /** Of the same database, through the pooler. */
  url: string;
  stop: () => void;
}

/** @param connections of PostgreSQL's that it shares out */
export async function startPooler(
  databaseUrl: string,
  { connections = 3 }: { connections?: number } = {},
): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), 'baobab-pooler-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { hostname, port: behind, username, password, pathname } = new URL(databaseUrl);
  const database = pathname.slice(1);
  const target = `host=${hostname} port=${behind} user=${username} password=${decodeURIComponent(password)}`;
  const settings = [
    '[databases]',
    `${database} = ${target} dbname=${database}`,
    '[pgbouncer]',
    `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = any`,
    `pool_mode = transaction\ndefault_pool_size = ${connections}\nmax_client_conn = 200`,
  ];
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(file, settings.join('\n'), { mode: 0o644 });
  // It refuses to run as root.
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const pooler = spawn('pgbouncer', [...asNobody, '-q', file], { stdio: 'ignore' });
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries === 100) throw new Error('PgBouncer does not start');
    await setTimeout(50);
  }
  return {
    url: `postgresql://${username}@127.0.0.1:${port}/${database}`,
    stop: () => {
      pooler.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.once('connect', () => socket.end());
  });
}
