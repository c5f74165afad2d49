import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TOP_FOLDERS } from '../imports/read-imports';

/** What a production build is made from. */
const SOURCES = [
  ...TOP_FOLDERS,
  'messages',
  'public',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];

/** Whether `.next` holds a production build that is newer than every source. */
export function isBuildFresh(): boolean {
  const built = join('.next', 'BUILD_ID');
  if (!existsSync(built)) return false;
  return SOURCES.every((path) => newestMs(path) < statSync(built).mtimeMs);
}

function newestMs(path: string): number {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  // A folder's own time tells of files that were removed.
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
