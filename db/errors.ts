import { isErrorNamed } from '@/kernel/known-by-name';
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

/** A lock or a statement that took too long. */
const lateStates = new Set(['55P03', '57014']);
/** The server ends, starts, has no connection left, or ended ours; or it takes no writing. */
const outageStates = new Set(['57P01', '57P02', '57P03', '53300', '25006', '25P03']);

/**
 * Others were there first, and would have had to be waited for too long: for a lock, for a connection or
 * in the queue for a person. Nothing was done, and the same may work in a moment.
 */
export class Busy extends Error {
  override name = 'Busy';

  static override [Symbol.hasInstance](error: unknown): boolean {
    return isErrorNamed(error, 'Busy');
  }
}

/** Whether others had to be waited for too long. */
export function isBusy(error: unknown): boolean {
  if (error instanceof Busy) return true;
  return error instanceof DatabaseError && (lateStates.has(error.code) || isTransient(error));
}

/** Whether the database is not there, or was lost while it was asked. */
export function isOutage(error: unknown): boolean {
  return error instanceof DatabaseError && (error.isConnection || outageStates.has(error.code));
}
