import { spawn } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { TYPESCRIPT } from '../shared/run';
import { startTestDatabases } from '../database/test-database';

declare module 'vitest' {
  interface ProvidedContext {
    templateUrl: string;
  }
}

/** Once a run: a migrated template, which each test file gets a copy of. */
export default async function startDatabases(project: TestProject) {
  const databases = await startTestDatabases();
  project.provide('templateUrl', databases.templateUrl);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopServerLater);
  return databases.stop;
}

/**
 * On a signal Vitest calls no teardown and ends a millisecond later, too soon to stop a server:
 * another process does it. A run three hours later drops the databases.
 */
function stopServerLater(): void {
  const command = [...TYPESCRIPT, 'scripts/vitest/stop-test-server.ts'];
  spawn(process.execPath, command, { detached: true, stdio: 'ignore' }).unref();
}
