import type { TestProject } from 'vitest/node';
import { startTestDatabases } from '../test-database';

declare module 'vitest' {
  interface ProvidedContext {
    templateUrl: string;
  }
}

/** Once a run: a migrated template, which each test file gets a copy of. */
export default async function startDatabases(project: TestProject) {
  const databases = await startTestDatabases();
  project.provide('templateUrl', databases.templateUrl);
  // Vitest dies of these without calling what we return, and the server would stay.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void databases.stop().finally(() => process.exit(1)));
  }
  return databases.stop;
}
