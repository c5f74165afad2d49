/** Bounded, so that an endless text costs no more than its length. */
const address =
  /(?:"[^"\s]{1,64}"|[^\s<>"'(),:;[\]\\/@=&?]{1,64})@[^\s<>"'(),:;[\]\\/@=&?]{1,255}/g;
const url =
  /\b(?<scheme>[a-z][a-z0-9+.-]{0,20}):\/\/(?:[^\s/?#"'<>]{0,512}@)?(?<host>[^\s/?#"'<>(),@]{0,255})(?<rest>[^\s"'<>()]*)/gi;
/** What stands in the stack of an error: files of ours, and of the runtime. */
const codeSchemes = /^(file|node|webpack|turbopack|webpack-internal)$/i;

/**
 * A text that others made, such as a mail server's answer or an error, without what names somebody or opens
 * something: addresses, and of a URL all but where it leads (a feed's path is its secret, and a query or a
 * user may be). For logs, and for what is kept of a failure.
 */
export function unnamed(text: string): string {
  return text
    .replaceAll(url, (whole, ...found) => {
      const groups = found.at(-1) as { scheme: string; host: string; rest: string };
      const { scheme, host, rest } = groups;
      if (codeSchemes.test(scheme)) return whole;
      return `${scheme}://${host}${rest === '' || rest === '/' ? rest : '/…'}`;
    })
    .replaceAll(address, '…@…');
}

const mostDepth = 6;

/** The same of whatever is logged, as deep as anybody would read. */
export function unnamedThrough(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return unnamed(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= mostDepth) return '…';
  if (Array.isArray(value)) return value.map((part) => unnamedThrough(part, depth + 1));
  if ('toJSON' in value && typeof value.toJSON === 'function') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, unnamedThrough(part, depth + 1)]),
  );
}
