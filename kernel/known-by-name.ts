/**
 * Whether `error` is of the class of this name. A server's bundles each have their own copy of a class, and
 * what one of them throws, by the pool that the process has once, another has to know.
 */
export function isErrorNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
