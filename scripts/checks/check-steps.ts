import { NEXT, TYPESCRIPT } from '../shared/run';

/** One check: what it is called in reports and as `check:<name>`, and what it runs, in order. */
export type CheckStep = { name: string; title: string; commands: string[][] };

const oxlint = 'node_modules/oxlint/bin/oxlint';
const oxfmt = 'node_modules/oxfmt/bin/oxfmt';

/** Everything that `npm run check` looks at. */
export const CHECK_STEPS: readonly CheckStep[] = [
  {
    name: 'types',
    title: 'Types',
    // Route types are generated; without them a fresh clone does not type-check.
    commands: [
      ['scripts/shared/forget-dev-types.mjs'],
      [NEXT, 'typegen'],
      // What an earlier run remembers of the generated types is not always noticed to be stale.
      ['node_modules/typescript/bin/tsc', '--noEmit', '--incremental', 'false'],
    ],
  },
  {
    name: 'lint',
    title: 'Lint, with the import rules',
    commands: [[oxlint, '--type-aware', '--deny-warnings', '--report-unused-disable-directives']],
  },
  { name: 'format', title: 'Format', commands: [[oxfmt, '--check']] },
  { name: 'unused', title: 'Dead code', commands: [['node_modules/knip/bin/knip.js']] },
  {
    name: 'messages',
    title: 'Message catalogues',
    commands: [[...TYPESCRIPT, 'scripts/checks/check-messages.ts']],
  },
];
