// check.ts [NAME …]: runs the checks of these names, or all of them; goes on after a failure.
import { CHECK_STEPS } from '../checks/check-steps';
import { runNode } from '../shared/run';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => CHECK_STEPS.every((step) => step.name !== name));
if (unknown.length > 0) {
  throw new Error(
    `No such check: ${unknown.join(', ')}. There are ${CHECK_STEPS.map(({ name }) => name).join(', ')}`,
  );
}

for (const step of CHECK_STEPS) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  console.log(`\n— ${step.title}`);
  for (const command of step.commands) {
    if ((await runNode(command)) === 0) continue;
    process.exitCode = 1;
    break;
  }
}
