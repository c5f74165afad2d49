/** Runs once when a server starts. The edge bundle must not see what only Node has. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { beforeServing, logWhatConsoleSays, refuseToStartIncomplete, startEmbeddedCron } =
      await import('@/instrumentation-node');
    logWhatConsoleSays();
    refuseToStartIncomplete();
    beforeServing();
    await startEmbeddedCron();
  }
}
