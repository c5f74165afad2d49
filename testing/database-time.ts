/** Whether PostgreSQL's time-outs work here: under a clock that a library makes up, its timers never ring. */
import { raw } from './raw';

export async function databaseKeepsTime(): Promise<boolean> {
  const connection = await raw.reserve();
  try {
    await connection`set statement_timeout = '100ms'`;
    const isCancelled = await connection`select pg_sleep(1)`.then(
      () => false,
      () => true,
    );
    if (!isCancelled)
      process.stdout.write('PostgreSQL has no timers here: no time-outs are tried\n');
    return isCancelled;
  } finally {
    await connection`reset statement_timeout`;
    connection.release();
  }
}
