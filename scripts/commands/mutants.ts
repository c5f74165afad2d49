// mutants.ts [WORD …]: makes the mistakes of scripts/mutants/list one after the other, in memory, and runs
// the tests that must notice; with words, those whose group or name has one of them. Fails where a
// mistake goes unnoticed.
import { createVitest } from 'vitest/node';
import { groups } from '../mutants/list/all';
import { makeMistake } from '../mutants/mutate';
import type { Mutant } from '../mutants/mutant';

// Vite would like the file endings in a configuration, which the type checker refuses.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const vitest = await createVitest('test', {
  config: 'scripts/mutants/vitest.config.ts',
  watch: false,
  reporters: [{}],
});

let noticed = 0;
const unnoticed: string[] = [];
for (const { title, mutants } of groups) {
  const wanted = mutants.filter(({ name }) => isWanted(`${title} ${name}`));
  if (wanted.length > 0) console.log(`\n${title}`);
  for (const mutant of wanted) {
    const startedAt = performance.now();
    const outcome = await attempt(mutant);
    if (outcome === 'noticed') noticed += 1;
    else unnoticed.push(`${title}: ${mutant.name} (${outcome})`);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`  ${outcome === 'noticed' ? '✓' : '✗'} ${mutant.name} (${outcome}, ${seconds} s)`);
  }
}
makeMistake(null);
await vitest.close();

const total = noticed + unnoticed.length;
console.log(`\n${noticed} of ${total} mistakes noticed`);
for (const line of unnoticed) console.log(`  not noticed: ${line}`);
process.exit(unnoticed.length === 0 && total > 0 ? 0 : 1);

function isWanted(label: string): boolean {
  return words.length === 0 || words.some((word) => label.toLowerCase().includes(word));
}

/** Runs the tests of a mistake, which count as having noticed when one fails by its own assertion. */
async function attempt(mutant: Mutant): Promise<string> {
  try {
    makeMistake(mutant);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if ('file' in mutant) vitest.invalidateFile(`${process.cwd()}/${mutant.file}`);
  const specifications = await vitest.globTestSpecifications(mutant.tests);
  if (specifications.length === 0) return 'no such test';
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  makeMistake(null);
  if ('file' in mutant) vitest.invalidateFile(`${process.cwd()}/${mutant.file}`);
  // The answer has the files of earlier runs too, as those left them.
  const files = new Set(specifications.map(({ moduleId }) => moduleId));
  const failed = testModules.filter((module) => files.has(module.moduleId) && !module.ok());
  // A source that no longer loads is a slip in the list, and says nothing about the tests.
  const isBroken = failed.some((module) => module.errors().length > 0);
  if (isBroken)
    return `did not run: ${failed.flatMap((module) => module.errors())[0]?.message ?? ''}`;
  return failed.length > 0 || unhandledErrors.length > 0 ? 'noticed' : 'unnoticed';
}
