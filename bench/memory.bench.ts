/*
 * How little memory the production server lives on: six readers of the pages that are read most, under one
 * limit of the heap after the other.
 *
 *   npm run bench -- memory [REQUESTS]
 */
import { readFileSync } from 'node:fs';
import { percentile, rounded } from './measure';
import { ask, counted, onServedProduct } from './served';

const requests = Number(process.argv[2] ?? 600);
const readers = 6;
const paths = ['/', '/mentors', '/mentors/awa-diop', '/fr/mentors', '/mentors?q=data', '/sign-in'];

const rows: Record<string, object> = {};
for (const heapMb of [96, 128, 160, 200, 260, 512]) {
  await onServedProduct(
    async ({ appUrl, server }) => {
      const turns = Array.from({ length: requests }, (_, turn) => turn).values();
      const answers: Awaited<ReturnType<typeof ask>>[] = [];
      let peak = 0;
      await Promise.all(
        Array.from({ length: readers }, async () => {
          for (const turn of turns) {
            if (server.exitCode !== null || server.signalCode !== null) return;
            answers.push(await ask(new URL(paths[turn % paths.length] ?? '/', appUrl), turn));
            peak = Math.max(peak, residentMb(server.pid));
          }
        }),
      );
      const all = { seconds: 0, ms: answers.map(({ ms }) => ms) };
      rows[`${heapMb} MB of heap`] = {
        'lives on': server.exitCode === null && server.signalCode === null,
        'most in memory, MB': peak,
        'p50 ms': rounded(percentile(all, 0.5), 0),
        'p99 ms': rounded(percentile(all, 0.99), 0),
        answers: JSON.stringify(counted(answers.map(({ status }) => status))),
      };
    },
    { heapMb },
  ).catch(() => {
    rows[`${heapMb} MB of heap`] = { 'lives on': 'does not start' };
  });
}
console.table(rows);

/** Of a process, with all that it has loaded. */
function residentMb(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
