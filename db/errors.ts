import postgres from 'postgres';

/** SQLSTATE codes (PostgreSQL manual, appendix A) that the services tell apart. */
const constraintStates = new Set(['23P01', '23505', '23503', '23514', '23502']);
const transientStates = new Set(['40P01', '40001']);

/** Drizzle wraps what the driver throws: the driver's error is the cause. */
function driverError(error: unknown): postgres.PostgresError | null {
  if (error instanceof postgres.PostgresError) return error;
  if (error instanceof Error && error.cause !== undefined) return driverError(error.cause);
  return null;
}

/** The name of the constraint that `error` says was violated, or null when it says nothing of the kind. */
export function violatedConstraint(error: unknown): string | null {
  const cause = driverError(error);
  if (cause === null || !constraintStates.has(cause.code)) return null;
  return cause.constraint_name ?? null;
}

/** Whether the transaction was a deadlock's victim or could not be serialized: worth one more try. */
export function isTransient(error: unknown): boolean {
  const cause = driverError(error);
  return cause !== null && transientStates.has(cause.code);
}
