// with-database.ts SCRIPT [ARGS]: runs a TypeScript file with DATABASE_URL set, on the embedded
// server (started if need be) when the environment names no other.
import { openDevDatabase } from '../database/dev-database';
import { loadEnvironmentFiles } from './environment';
import { runNode, sentence, TYPESCRIPT } from './run';

const [script, ...args] = process.argv.slice(2);
if (script === undefined) throw new Error('Usage: with-database.ts SCRIPT [ARGS]');

// The child gets the terminal's Ctrl-C as well; we outlive it to release the server.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

loadEnvironmentFiles();
try {
  const database = await openDevDatabase();
  try {
    process.exitCode = await runNode([...TYPESCRIPT, script, ...args], {
      DATABASE_URL: database.url,
    });
  } finally {
    await database.release();
  }
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
