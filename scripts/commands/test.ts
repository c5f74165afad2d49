import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { CHECK_STEPS, type CheckStep } from '../checks/check-steps';
import { howToRepeat } from '../shared/repeat';
import { NEXT, sentence, TYPESCRIPT } from '../shared/run';

type Counts = { passed: number; failed: number };

/** A check counts as one test; test runs count what their JSON report says. */
type Step = CheckStep & { report?: { path: string; read: (json: unknown) => Counts } };

type Outcome = Counts & { step: Step; seconds: number };

const UNIT_REPORT = 'test-results/unit.json';
const E2E_REPORT = 'test-results/e2e.json';

const BUILD: Step = { name: 'build', title: 'Production build', commands: [[NEXT, 'build']] };
const WEIGHT: Step = {
  name: 'weight',
  title: 'What pages load',
  commands: [[...TYPESCRIPT, 'scripts/checks/check-weight.ts']],
};
const UNIT: Step = {
  name: 'unit',
  title: 'Unit and database tests',
  commands: [
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
    ],
  ],
  report: { path: UNIT_REPORT, read: readVitest },
};
const E2E: Step = {
  name: 'e2e',
  title: 'Browser tests',
  commands: [[...TYPESCRIPT, 'scripts/commands/e2e.ts']],
  report: { path: E2E_REPORT, read: readPlaywright },
};

const startedOn = new Date();
const startedAt = performance.now();
const [types, ...otherChecks] = CHECK_STEPS;
const outcomes: Outcome[] = [];
// Two lanes for two cores. Types go before the build and not beside it, since both write route
// types; the browser tests run alone, because what they wait for must not wait for a core.
await inParallel([types ? [types] : [], otherChecks]);
await inParallel([[BUILD, WEIGHT], [UNIT]]);
const built = outcomes.every(({ step, failed }) => step !== BUILD || failed === 0);
if (built) await inParallel([[E2E]]);
else outcomes.push({ step: E2E, passed: 0, failed: 1, seconds: 0 });

report();

async function inParallel(lanes: Step[][]): Promise<void> {
  await Promise.all(
    lanes.map(async (steps) => {
      for (const step of steps) outcomes.push(await runStep(step));
    }),
  );
}

async function runStep(step: Step): Promise<Outcome> {
  const began = performance.now();
  if (step.report) rmSync(step.report.path, { force: true });
  console.log(`… ${step.title}`);
  let output = '';
  let succeeded = true;
  for (const command of step.commands) {
    const result = await capture(command);
    output += result.output;
    succeeded &&= result.code === 0;
    if (!succeeded) break;
  }
  const counts = countsOf(step, succeeded);
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `\n${heading(`${succeeded ? 'ok' : 'FAILED'}  ${step.title}  ${seconds.toFixed(1)} s`)}`,
  );
  // What passed has nothing to say but its count; the parts that failed are easier to find so.
  if (!succeeded) console.log(output.trim());
  return { step, seconds, ...counts };
}

/** Output is kept back, so that steps that run side by side do not mix theirs. */
function capture(command: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { NEXT_TELEMETRY_DISABLED: '1', TYPES_ARE_CHECKED: 'yes', ...process.env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => (output += chunk));
    }
    child.once('error', (error) => resolve({ code: 1, output: `${output}\n${sentence(error)}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function countsOf(step: Step, succeeded: boolean): Counts {
  const alone = { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  if (!step.report) return alone;
  // No report means that the run broke before its first test.
  if (!existsSync(step.report.path)) return { passed: 0, failed: 1 };
  const counts = step.report.read(JSON.parse(readFileSync(step.report.path, 'utf8')));
  // A run may fail without a failing test: a file that does not load, or no tests at all.
  const unexplained = !succeeded && counts.failed === 0;
  return unexplained ? { ...counts, failed: 1 } : counts;
}

function readVitest(json: unknown): Counts {
  return {
    passed: numberAt(json, 'numPassedTests'),
    failed: numberAt(json, 'numFailedTests'),
  };
}

function readPlaywright(json: unknown): Counts {
  const stats = isRecord(json) ? json.stats : null;
  return {
    // A test that passed only when tried again passed, and Playwright calls it flaky.
    passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'),
    failed: numberAt(stats, 'unexpected'),
  };
}

function numberAt(value: unknown, key: string): number {
  const found = isRecord(value) ? value[key] : 0;
  return typeof found === 'number' ? found : 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function heading(text: string): string {
  return `━━ ${text} ${'━'.repeat(Math.max(0, 70 - text.length))}`;
}

function report(): void {
  const minutes = (performance.now() - startedAt) / 60_000;
  console.log(`\n${heading(`Summary  ${minutes.toFixed(1)} min`)}`);
  for (const { step, passed, failed } of outcomes) {
    console.log(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${step.title}: ${passed} passed, ${failed} failed`,
    );
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  if (failed > 0) console.log(`\n${howToRepeat(startedOn, ['test'])}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
