import compile from 'icu-minify/compile';

/**
 * A catalogue with its texts parsed, in the form that the build's `format-message` fills in (see
 * next.config.ts): neither the browser nor a request parses any.
 */
export function compiled<Catalogue extends object>(catalogue: Catalogue): Catalogue {
  const entries = Object.entries(catalogue).map(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [key, plain(compile(value))];
    return [key, typeof value === 'object' && value !== null ? compiled(value) : value];
  });
  return Object.fromEntries(entries) as Catalogue;
}

/** The parser makes objects without a prototype, which React sends to no client component. */
function plain(parsed: unknown): unknown {
  return JSON.parse(JSON.stringify(parsed));
}
