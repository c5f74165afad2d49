/** The production server with the demo in it, and a visitor's requests to it, as a browser's script sends them. */
import type { ChildProcess } from 'node:child_process';
import { spawnNode } from '../scripts/shared/run';
import { ensureBuild, seedProduct, untilServed } from '../scripts/browser/seeded-product';
import { startTestDatabases } from '../scripts/database/test-database';
import { startPooler } from '../testing/pooler';

/** Longer than any answer may take; what takes longer hangs. */
const hangsAfterMs = 60_000;

export interface Served {
  appUrl: string;
  /** Of the database itself, also where the server reaches it through a pooler. */
  databaseUrl: string;
  server: ChildProcess;
}

/**
 * @param connections of PostgreSQL's that a PgBouncer in transaction mode shares out in front of it; none
 *   without
 * @param heapMb megabytes of heap that the server may take
 */
export async function onServedProduct(
  measure: (served: Served) => Promise<void>,
  { connections, heapMb }: { connections?: number; heapMb?: number } = {},
): Promise<void> {
  await ensureBuild();
  const databases = await startTestDatabases();
  try {
    const settings = await seedProduct(databases, 'bench');
    const databaseUrl = settings.DATABASE_URL ?? '';
    const pooler =
      connections === undefined ? null : await startPooler(databaseUrl, { connections });
    const server = spawnNode(['scripts/commands/start.mjs'], {
      ...settings,
      ...(heapMb !== undefined && { NODE_OPTIONS: `--max-old-space-size=${heapMb}` }),
      ...(pooler && { DATABASE_URL: pooler.url, DATABASE_TRANSACTION_POOLER: 'true' }),
      // Visitors say where they come from, as a proxy in front would.
      TRUSTED_PROXIES: '1',
      LOG_LEVEL: 'silent',
    });
    try {
      await untilServed(settings.APP_URL);
      await measure({ appUrl: settings.APP_URL, databaseUrl, server });
    } finally {
      server.kill();
      pooler?.stop();
    }
  } finally {
    await databases.stop();
  }
}

export interface Answered {
  /** Of the answer, or `hung` or `broke`. */
  status: number | 'hung' | 'broke';
  body: string;
  ms: number;
}

/** Asks as the visitor of this number, who has an address of their own. */
export async function ask(
  url: URL | string,
  visitor: number,
  given?: RequestInit,
): Promise<Answered> {
  const headers = new Headers(given?.headers);
  headers.set('x-forwarded-for', `10.${visitor >> 16}.${(visitor >> 8) & 255}.${visitor & 255}`);
  const before = performance.now();
  const signal = AbortSignal.timeout(hangsAfterMs);
  try {
    const answer = await fetch(url, { redirect: 'manual', ...given, headers, signal });
    const body = await answer.text();
    return { status: answer.status, body, ms: performance.now() - before };
  } catch {
    const status = signal.aborted ? 'hung' : 'broke';
    return { status, body: '', ms: performance.now() - before };
  }
}

/** The form of a page that asks a visitor who they are, to post as often as one likes. */
export interface BookingForm {
  action: string;
  bound: string;
  fields: Record<string, string>;
}

/** @returns addresses of pages that ask for a visitor's details, one a time that is free with this mentor */
export async function freeTimes({ appUrl }: Served, mentorPath: string): Promise<URL[]> {
  const { body } = await ask(new URL(`${mentorPath}/book`, appUrl), 0);
  const links = [...body.matchAll(/href="([^"]*[?&;]slot=[^"]*)"/g)];
  return links.map(([, link = '']) => new URL(unescaped(link), appUrl));
}

export async function readBookingForm(page: URL): Promise<BookingForm> {
  const { body } = await ask(page, 0);
  const form = /<form[^>]*method="POST".*?<\/form>/is.exec(
    body.slice(body.indexOf('name="variantId"') - 4000),
  );
  const fields = Object.fromEntries(
    [
      ...(form?.[0] ?? '').matchAll(
        /<input type="hidden"[^>]*?name="([^"]+)"(?: value="([^"]*)")?/g,
      ),
    ].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
  const named = Object.entries(fields);
  const reference = named.find(([name]) => name.endsWith(':0'))?.[1];
  const bound = named.find(([name]) => name.endsWith(':1'))?.[1];
  if (!reference || !bound) throw new Error(`No form to book by on ${page.pathname}`);
  const { id: action } = JSON.parse(reference) as { id: string };
  const own = Object.fromEntries(named.filter(([name]) => !name.startsWith('$')));
  return { action, bound, fields: own };
}

/** What becomes of a visitor's wish: `held`, the reason of a refusal, or what went wrong. */
export async function book(
  page: URL,
  { action, bound, fields }: BookingForm,
  visitor: number,
): Promise<{ outcome: string; ms: number }> {
  const posted = {
    ...fields,
    requestId: crypto.randomUUID(),
    name: `Visitor ${visitor}`,
    email: `visitor-${visitor}@bench.example`,
    format: 'video',
    phone: '',
    subject: '',
    notes: '',
  };
  // As React writes the arguments of a call: the form, and then what it is bound to.
  const parts = [
    ...Object.entries(posted).map(([name, value]) => [`_1_${name}`, value] as const),
    ['0', bound.replace(/\]$/, ',"$K1"]')] as const,
  ];
  const headers = {
    'next-action': action,
    accept: 'text/x-component',
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const answered = await ask(page, visitor, { method: 'POST', headers, body: written(parts) });
  const { status, ms } = answered;
  if (status !== 200) return { outcome: String(status), ms };
  const reason = /"reason":"([a-z_]+)"/.exec(answered.body)?.[1];
  const state = /"status":"([a-z_]+)"/.exec(answered.body)?.[1];
  return { outcome: reason ?? (state === 'ok' ? 'held' : `state ${state ?? 'unknown'}`), ms };
}

const boundary = 'a-part-of-the-form';

/** As a browser writes a form; `FormData` takes longer, of the same two cores. */
function written(parts: readonly (readonly [name: string, value: string])[]): string {
  const all = parts.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${all.join('')}--${boundary}--\r\n`;
}

/** How often each came. */
export function counted(outcomes: readonly (number | string)[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const outcome of outcomes)
    counts.set(String(outcome), (counts.get(String(outcome)) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a));
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
