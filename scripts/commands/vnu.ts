// Hands every page to the Nu Html Checker, which validator.w3.org runs too. It is written in Java and as
// large as all of our packages together, so npx fetches it where it is asked for.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { runNode, sentence, TYPESCRIPT } from '../shared/run';

const CHECKER = 'vnu-jar@26.9.27';
const FOLDER = 'test-results/vnu';

/** What is not ours, and why; see docs/decisions/0026. */
const notOurs = [
  // React writes what the head says anew, behind the rest, where a page was come to by its router. The HTML
  // that the server sends has it first.
  /^A “charset” attribute on a “meta” element found after the first 1024 bytes/,
];

interface Fault {
  url: string;
  message: string;
  extract?: string;
  lastLine?: number;
}

try {
  process.exitCode = await checkAll();
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}

async function checkAll(): Promise<number> {
  if (spawnSync('java', ['-version']).status !== 0) {
    throw new Error(
      'The Nu Html Checker needs Java 17 or later, which is not here. On Debian and Ubuntu: apt-get install default-jre-headless',
    );
  }
  rmSync(FOLDER, { recursive: true, force: true });
  const browser = [
    ...TYPESCRIPT,
    'scripts/commands/e2e.ts',
    '--config',
    'playwright.vnu.config.ts',
  ];
  if ((await runNode(browser)) !== 0)
    throw new Error('Not every page could be opened (see above).');
  const faults = readFaults().filter(
    ({ message }) => !notOurs.some((pattern) => pattern.test(message)),
  );
  for (const { url, lastLine, message, extract } of faults) {
    console.log(
      `${url.replace(/^.*\//, '')}:${String(lastLine ?? '?')}  ${message}\n    ${extract ?? ''}`,
    );
  }
  console.log(`${String(faults.length)} faults`);
  return faults.length === 0 ? 0 : 1;
}

function readFaults(): Fault[] {
  const { stdout, stderr, error } = spawnSync(
    'npx',
    [
      '--yes',
      CHECKER,
      '--errors-only',
      '--stdout',
      '--exit-zero-always',
      '--format',
      'json',
      FOLDER,
    ],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, shell: process.platform === 'win32' },
  );
  if (error) throw error;
  if (!stdout.startsWith('{')) throw new Error(`The checker did not answer: ${stderr}`);
  const { messages }: { messages: Fault[] } = JSON.parse(stdout);
  return messages;
}
