/**
 * How to run a command again at the instant at which it failed: what is booked depends on the clock.
 * Debian's faketime sets it for the server, the database and the browser together.
 *
 * @param args of the command, which is an npm script
 */
export function howToRepeat(startedAt: Date, args: readonly string[]): string {
  const instant = startedAt.toISOString().replace('T', ' ').slice(0, 19);
  return `To repeat it at its instant: TZ=UTC faketime -f '@${instant}' npm ${args.join(' ')}`;
}
