import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PostgresBinaries } from './binaries';

/** Who runs the server: nobody special for a normal user, an unprivileged user for root. */
export type Identity = { uid?: number; gid?: number };

/** Where a server lives and who runs it. */
export type Place = { folder: string; binaries: PostgresBinaries; identity: Identity };

/**
 * PostgreSQL refuses to run as root, so root borrows the `postgres` user (made when missing), or
 * the user to whom the data already belongs. When that user cannot enter the project's folder
 * (a clone in /root, say), programs and data live in /var/lib, where only root can make folders.
 */
export function choosePlace(folder: string, binaries: PostgresBinaries): Place {
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() !== 0) {
    requireOwn(folder);
    return { folder, binaries, identity: {} };
  }
  const identity = ownerOf(join(folder, 'data')) ?? postgresUser();
  if (canReach(binaries.postgres, identity) && canReach(folder, identity)) {
    return { folder, binaries, identity };
  }
  const project = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const elsewhere = join('/var/lib/baobab-postgres', project);
  const native = join(elsewhere, 'native');
  const version = join(
    native,
    `from-${createHash('sha256')
      .update(String(statSync(binaries.postgres).mtimeMs))
      .digest('hex')
      .slice(0, 12)}`,
  );
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  if (!existsSync(version)) {
    rmSync(native, { recursive: true, force: true });
    cpSync(binaries.folder, native, { recursive: true, verbatimSymlinks: true });
    mkdirSync(version);
  }
  console.log(`The user postgres cannot enter this folder; the database is in ${elsewhere}`);
  const moved = (path: string) => join(native, basename(dirname(path)), basename(path));
  return {
    folder: elsewhere,
    binaries: {
      folder: native,
      initdb: moved(binaries.initdb),
      pgCtl: moved(binaries.pgCtl),
      postgres: moved(binaries.postgres),
    },
    identity,
  };
}

/** Gives what root has made to the user that runs the server. */
export function giveTo({ uid, gid }: Identity, path: string): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

function requireOwn(folder: string): void {
  const data = join(folder, 'data');
  const owner = [folder, data].filter((path) => existsSync(path)).map((path) => statSync(path).uid);
  if (process.getuid === undefined || owner.every((uid) => uid === process.getuid?.())) return;
  throw new Error(
    `${folder} belongs to another user (was it made as root?). Remove it to start with an empty database: sudo rm -rf ${folder}`,
  );
}

function ownerOf(path: string): Identity | null {
  if (!existsSync(path)) return null;
  const { uid, gid } = statSync(path);
  // initdb and postgres look their user's name up, so a bare number does not do.
  return uid !== 0 && ask('id', ['-un', String(uid)]) !== null ? { uid, gid } : null;
}

function postgresUser(): Identity {
  if (ask('id', ['-u', 'postgres']) === null) {
    ask('groupadd', ['--system', 'postgres']);
    ask('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  }
  const uid = ask('id', ['-u', 'postgres']);
  const gid = ask('id', ['-g', 'postgres']);
  if (uid === null || gid === null) {
    throw new Error(
      'PostgreSQL does not run as root, and the user postgres could not be made. ' +
        'Run as a normal user, add that user, or set DATABASE_URL.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

function ask(command: string, args: string[]): string | null {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

function canReach(path: string, identity: Identity): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...identity, cwd: '/' }).status === 0;
}
