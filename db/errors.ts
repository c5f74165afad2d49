import { DatabaseError } from './database-error';

/** SQLSTATE codes (PostgreSQL manual, appendix A) that the services tell apart. */
const constraintStates = new Set(['23P01', '23505', '23503', '23514', '23502']);
const transientStates = new Set(['40P01', '40001']);

/** The name of the constraint that `error` says was violated, or null when it says nothing of the kind. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof DatabaseError) || !constraintStates.has(error.code)) return null;
  return error.constraint;
}

/** Whether the transaction was a deadlock's victim or could not be serialized: worth one more try. */
export function isTransient(error: unknown): boolean {
  return error instanceof DatabaseError && transientStates.has(error.code);
}
