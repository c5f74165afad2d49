import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** One import of a file of ours by another; both are paths from the root, the extension of `to` is guessed. */
export interface Import {
  from: string;
  to: string;
}

/** The product's own folders; tests and tools may import whatever they like. */
export const TOP_FOLDERS = ['app', 'components', 'db', 'domain', 'i18n', 'kernel', 'lib'] as const;

const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*'(@\/|\.{1,2}\/)([^']+)'/g;

/** Every import between files of the product, tests left out, in the order of the files' names. */
export function readImports(): Import[] {
  return sourceFiles().flatMap((from) =>
    [...readFileSync(from, 'utf8').matchAll(IMPORTED)].map(([, base, rest]) => ({
      from,
      to: withExtension(base === '@/' ? `${rest}` : posix.join(dirname(from), `${base}${rest}`)),
    })),
  );
}

function withExtension(path: string): string {
  return /\.\w+$/.test(path) ? path : `${path}.ts`;
}

/** The files that imports are read from, by their paths from the root. */
export function sourceFiles(): string[] {
  const present = readdirSync('.');
  return TOP_FOLDERS.filter((folder) => present.includes(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
        join(folder, path).replaceAll('\\', '/'),
      ),
    )
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\//.test(path))
    .toSorted();
}
