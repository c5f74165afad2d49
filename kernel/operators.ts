import { env } from './env';

/**
 * Whether somebody runs the installation. For an address that has been proved: a session, or a row whose
 * `email_verified` is set.
 */
export function isOperator(email: string): boolean {
  return env.OPERATORS.includes(email.toLowerCase());
}
