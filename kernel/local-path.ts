/** Any address at all: only what the path says is looked at, so it need not exist. */
const somewhere = 'https://baobab.invalid';
const longest = 2000;

/**
 * `value` as a path on this site, or `/` for anything that could lead elsewhere, or to another page than
 * it seems to: `//` (browsers read it as a host), `\` (they read it as `/`), control characters (they
 * drop them first) and dot segments, plain or encoded, however often.
 *
 * Of all that visitors send: what comes after `?next=`, the page that a form names, a referer.
 */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > longest || !isPlain(value)) return '/';
  // Written as browsers write it, which is looked at once more.
  const { origin, pathname, search, hash } = new URL(value, somewhere);
  const path = pathname + search + hash;
  return origin === somewhere && isPlain(path) ? path : '/';
}

function isPlain(path: string): boolean {
  if (!path.startsWith('/') || hidesAnother(path) || !URL.canParse(path, somewhere)) return false;
  const [pathname = ''] = path.split(/[?#]/, 1);
  const readings = readingsOf(pathname);
  return (
    readings !== null && readings.every((reading) => !hasDots(reading) && !hidesAnother(reading))
  );
}

const hidesAnother = (path: string) => /\/\/|[\\\p{Cc}]/u.test(path);
const hasDots = (path: string) => /\/\.{1,2}(?=\/|$)/.test(path);

/** The path as it is, and decoded until nothing changes; null where its encoding is broken. */
function readingsOf(path: string): string[] | null {
  const readings = [path];
  for (let reading = decoded(path); reading !== readings.at(-1); reading = decoded(reading)) {
    // What is broken only once it has been decoded is a percent sign that somebody meant.
    if (reading === null) return readings.length === 1 ? null : readings;
    readings.push(reading);
  }
  return readings;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
