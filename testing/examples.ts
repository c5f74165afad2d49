const factor = Number(process.env.TEST_EFFORT ?? 1);

/**
 * How many examples a property is tried with: `usual` on every run, since each run tries others, and ten
 * times as many with `npm run test:long`.
 */
export function examples(usual: number): number {
  return usual * factor;
}

/** How long that may take, from what the usual number may. */
export function patience(usualMs: number): number {
  return usualMs * factor;
}
