/**
 * Readings through a transaction pooler, which hands each transaction another server connection: whoever
 * looks is who has asked, and what follows on the same connection is the owner's again.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../scripts/shared/free-port';
import { makeUser } from '@/testing/people';

const isInstalled = spawnSync('pgbouncer', ['--version']).status === 0;
if (!isInstalled)
  console.log('PgBouncer is not installed: readings through a pooler are not tested');

describe.skipIf(!isInstalled)('through PgBouncer', () => {
  let pooler: ChildProcess | null = null;
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'baobab-pooler-'));
    chmodSync(folder, 0o755);
    const port = await freePort();
    const {
      hostname,
      port: behind,
      username,
      password,
      pathname,
    } = new URL(process.env.DATABASE_URL ?? '');
    const database = pathname.slice(1);
    const target = `host=${hostname} port=${behind} user=${username} password=${decodeURIComponent(password)}`;
    const settings = [
      '[databases]',
      `${database} = ${target} dbname=${database}`,
      '[pgbouncer]',
      `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = any`,
      'pool_mode = transaction\ndefault_pool_size = 3\nmax_client_conn = 100',
    ];
    const file = join(folder, 'pgbouncer.ini');
    writeFileSync(file, settings.join('\n'), { mode: 0o644 });
    // It refuses to run as root.
    const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
    pooler = spawn('pgbouncer', [...asNobody, '-q', file], { stdio: 'ignore' });
    vi.stubEnv('DATABASE_URL', `postgresql://${username}@127.0.0.1:${port}/${database}`);
    vi.stubEnv('DATABASE_TRANSACTION_POOLER', 'true');
    vi.stubEnv('DATABASE_POOL_MAX', '10');
  });

  afterAll(() => {
    vi.unstubAllEnvs();
    pooler?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('each of many at once is who they are, and services are the owner', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => makeUser()));
    vi.resetModules();
    Reflect.deleteProperty(globalThis, 'baobabPool');
    const { asViewer } = await import('./viewer');
    const { db, pool } = await import('./client');
    for (let tries = 0; ; tries += 1) {
      const answer = await pool`select 1`.catch((error: unknown) => error);
      if (!(answer instanceof Error)) break;
      if (tries === 40) throw answer;
      await setTimeout(50);
    }
    const readOne = async (id: string, turn: number) => {
      const seen = await asViewer({ id, memberOf: [], adminOf: [] }, async (tx) => {
        const [rows, who] = await Promise.all([
          tx.execute<{ id: string }>(sql`select id from users where created_at > ${'-infinity'}`),
          tx.execute(sql`select current_user as role, ${turn}::int as turn`),
        ]);
        return { ids: rows.map((row) => row.id), who: who[0] };
      });
      expect(seen).toEqual({ ids: [id], who: { role: 'baobab_viewer', turn } });
      const [owner] = await db.transaction((tx) =>
        tx.execute(sql`select current_user = session_user as is_owner,
          coalesce(current_setting('app.user_id', true), '') as who where ${turn} = ${turn}`),
      );
      expect(owner).toEqual({ is_owner: true, who: '' });
    };
    await Promise.all(
      Array.from({ length: 30 }, (_, turn) => people.map(({ id }) => readOne(id, turn))).flat(),
    );
    await pool.end();
  });
});
