// bench.ts NAME: runs bench/NAME.bench.ts; without a name, lists what there is.
import { existsSync, readdirSync } from 'node:fs';
import { runNode, TYPESCRIPT } from '../shared/run';

const SUFFIX = '.bench.ts';
const [name, ...args] = process.argv.slice(2);
const path = `bench/${name}${SUFFIX}`;

if (name !== undefined && existsSync(path)) {
  process.exitCode = await runNode([...TYPESCRIPT, path, ...args]);
} else {
  const names = existsSync('bench')
    ? readdirSync('bench')
        .filter((file) => file.endsWith(SUFFIX))
        .map((file) => file.slice(0, -SUFFIX.length))
    : [];
  console.error(`Usage: npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exitCode = 1;
}
