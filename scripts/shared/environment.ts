import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/**
 * Reads `.env.local` and `.env` as Next.js does: what is already set wins, then `.env.local`.
 * Commands other than Next.js's own need it too, or `DATABASE_URL` would mean two databases.
 */
export function loadEnvironmentFiles(): void {
  const fromFiles = environmentFiles();
  for (const [name, value] of Object.entries(fromFiles)) process.env[name] ??= value;
}

/**
 * The database server the tests may use, from the environment or its files. Tests take nothing
 * else from the files: a mail key on a developer's machine must not make a test send mail.
 */
export function databaseUrlForTests(): string | undefined {
  return process.env.DATABASE_URL || environmentFiles().DATABASE_URL || undefined;
}

function environmentFiles(): NodeJS.Dict<string> {
  return Object.assign(
    {},
    ...['.env', '.env.local']
      .filter((path) => existsSync(path))
      .map((path) => parseEnv(readFileSync(path, 'utf8'))),
  );
}
