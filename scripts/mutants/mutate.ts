import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Mutant } from './mutant';

/** Where the runner says which mistake is made: its configuration and the workers are loaded apart. */
const VARIABLE = 'BAOBAB_MUTANT';

/**
 * Makes the mistake in what is read from now on; null: none.
 * @throws where the source does not say exactly once what the mistake changes
 */
export function makeMistake(mutant: Mutant | null): void {
  if (mutant && 'file' in mutant) changed(readFileSync(mutant.file, 'utf8'), mutant);
  if (mutant) process.env[VARIABLE] = JSON.stringify(mutant);
  else delete process.env[VARIABLE];
}

export function mistakeMade(): Mutant | null {
  const made = process.env[VARIABLE];
  return made === undefined ? null : (JSON.parse(made) as Mutant);
}

/** Serves a source with the mistake in it; the files on the disk stay as they are. */
export const mutating: Plugin = {
  name: 'mutating',
  enforce: 'pre',
  transform(code, id) {
    const made = mistakeMade();
    if (made === null || !('file' in made)) return null;
    return id.split('?')[0] === resolve(made.file) ? changed(code, made) : null;
  },
};

function changed(code: string, { file, before, after }: Extract<Mutant, { file: string }>): string {
  const parts = code.split(before);
  if (parts.length !== 2) {
    throw new Error(`${file} has this ${parts.length - 1} times instead of once: ${before}`);
  }
  return parts.join(after);
}
