/** Runs once when a server starts: a production server that lacks a setting says which and ends. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { env, missingInProduction } = await import('@/lib/env');
  const missing = missingInProduction(env);
  if (missing.length === 0) return;
  process.stderr.write(
    `\nBaobab cannot start. Set these environment variables (see .env.example):\n${missing
      .map((line) => `  ${line}`)
      .join('\n')}\n\n`,
  );
  process.exit(1);
}
