import { defineConfig } from 'vitest/config';
import usual from '../../vitest.config';
import { mutating } from './mutate';

/** The tests as ever, of sources and a database in which a mistake is made. */
export default defineConfig((environment) => {
  const { test, ...rest } = usual(environment);
  return {
    ...rest,
    root: process.cwd(),
    plugins: [mutating],
    test: {
      ...test,
      bail: 1,
      projects: test?.projects?.map((project) => {
        if (typeof project !== 'object' || !('test' in project)) return project;
        const { setupFiles } = project.test ?? {};
        if (setupFiles === undefined) return project;
        const altering = [setupFiles, './scripts/mutants/alter-database.ts'].flat();
        return { ...project, test: { ...project.test, setupFiles: altering } };
      }),
    },
  };
});
