import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import type { ReadFailure } from '@/domain/external-calendars';
import { calendarUrl, type FetchAnswer, type Validators } from '../schema';
import { isPublicAddress } from './public-address';

const mostRedirects = 3;
/** Bytes, on the way and unpacked: ten busy years of a person's calendar are less. */
const mostBytes = 5 * 1024 * 1024;
/** Seconds for all of it: names, redirects, and the last byte. */
export const longestFetchSeconds = 6;

/** What decides where a connection may go. Only tests give another than the default. */
export interface Network {
  resolve: (host: string) => Promise<string[]>;
  mayConnect: (address: string) => boolean;
}

const publicInternet: Network = {
  resolve: async (host) =>
    (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  mayConnect: isPublicAddress,
};

/** An answer that is not a calendar's, by the name that its owner reads. */
class ReadFailed extends Error {
  constructor(readonly failure: ReadFailure) {
    super(failure);
  }
}

/**
 * Fetches a calendar that a user has named. Neither the address nor one that it redirects to can lead
 * into a private network: every address that a name resolves to is checked, and the connection goes to
 * those very addresses, whatever the name would resolve to a moment later. Nothing of ours is sent along.
 */
export async function fetchCalendar(
  { url, etag, lastModified }: Validators & { url: string },
  {
    network = publicInternet,
    timeoutMs = longestFetchSeconds * 1000,
  }: { network?: Network; timeoutMs?: number } = {},
): Promise<FetchAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const headers = requestHeaders({ etag, lastModified });
    const answer = await follow({ url, headers, network, signal });
    // "Not modified" to somebody who has nothing yet is no answer.
    const isBaseless = answer.kind === 'unchanged' && etag === null && lastModified === null;
    return isBaseless ? { kind: 'failed', failure: 'server_error' } : answer;
  } catch (error) {
    if (error instanceof ReadFailed) return { kind: 'failed', failure: error.failure };
    if (signal.aborted) return { kind: 'failed', failure: 'timeout' };
    // Names, sockets, certificates and unpacking fail in many ways, which are all the other side's.
    if (error instanceof Error && 'code' in error) {
      return { kind: 'failed', failure: 'unreachable' };
    }
    throw error;
  }
}

interface Asking {
  url: string;
  headers: Record<string, string>;
  network: Network;
  signal: AbortSignal;
}

async function follow(asking: Asking): Promise<FetchAnswer> {
  let next = asking.url;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const url = calendarUrl(next);
    if (!url) throw new ReadFailed('private_address');
    const response = await request(url, asking);
    const { location } = response.headers;
    if (isRedirect(response) && location !== undefined) {
      response.destroy();
      if (!URL.canParse(location, url)) throw new ReadFailed('server_error');
      next = new URL(location, url).href;
      continue;
    }
    return await readAnswer(response, asking.signal);
  }
  throw new ReadFailed('too_many_redirects');
}

function isRedirect({ statusCode }: http.IncomingMessage): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode ?? 0);
}

function requestHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    Accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
    'Accept-Encoding': 'gzip, deflate, br',
    'User-Agent': 'Baobab calendar import',
    ...(etag !== null && { 'If-None-Match': etag }),
    ...(lastModified !== null && { 'If-Modified-Since': lastModified }),
  };
}

async function request(
  url: URL,
  { headers, network, signal }: Asking,
): Promise<http.IncomingMessage> {
  const addresses = await checkedAddresses(url, network, signal);
  const { request: send } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = send(
      url,
      // A connection of its own: one that is kept open might have been made by other rules.
      { headers, signal, agent: false, lookup: lookupAmong(addresses), maxHeaderSize: 16_384 },
      resolve,
    );
    outgoing.on('error', reject).end();
  });
}

async function checkedAddresses(
  { hostname }: URL,
  { resolve, mayConnect }: Network,
  signal: AbortSignal,
): Promise<string[]> {
  // Decimal, octal and hexadecimal forms of IPv4 are dotted by now: the URL's parser has read them.
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await inTime(resolve(host), signal) : [host];
  if (addresses.length === 0) throw new ReadFailed('unreachable');
  // One that is not public is enough: nobody with a calendar to share has such a name.
  if (!addresses.every(mayConnect)) throw new ReadFailed('private_address');
  return addresses;
}

/** The system's resolver cannot be stopped, only left behind. */
async function inTime<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new ReadFailed('timeout')), { once: true });
    work.then(resolve, reject);
  });
}

/** Answers a socket's question for its host with what was checked, without asking again. */
function lookupAmong(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, callback) => {
    const [first] = found;
    if (options.all === true) callback(null, found);
    else callback(null, first?.address ?? '', first?.family);
  };
}

async function readAnswer(
  response: http.IncomingMessage,
  signal: AbortSignal,
): Promise<FetchAnswer> {
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200) response.destroy();
  if (statusCode === 304) return { kind: 'unchanged' };
  if (statusCode === 404 || statusCode === 410) throw new ReadFailed('not_found');
  if (statusCode === 401 || statusCode === 403) throw new ReadFailed('no_access');
  if (statusCode !== 200) throw new ReadFailed('server_error');
  return {
    kind: 'body',
    bytes: await readBytes(response, signal),
    charset: charsetOf(headers['content-type']),
    etag: validator(headers.etag),
    lastModified: validator(headers['last-modified']),
  };
}

/** One that is too long to send back is none. */
function validator(value: string | undefined): string | null {
  return value !== undefined && value.length <= 500 ? value : null;
}

/** How its letters are written, as the server says it. */
function charsetOf(contentType = ''): string | null {
  return /;\s*charset="?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null;
}

async function readBytes(response: http.IncomingMessage, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const collect = async (unpacked: AsyncIterable<Buffer>) => {
    for await (const chunk of limited(unpacked)) chunks.push(chunk);
  };
  const unpack = unpackerOf(response.headers['content-encoding']);
  // Counted before it is unpacked too: what unpacks to nothing could go on for ever.
  if (unpack) await pipeline(response, limited, unpack, collect, { signal });
  else await pipeline(response, collect, { signal });
  return Buffer.concat(chunks);
}

async function* limited(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new ReadFailed('too_big');
    yield chunk;
  }
}

function unpackerOf(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip();
    case 'deflate':
      return zlib.createInflate();
    case 'br':
      return zlib.createBrotliDecompress();
    default:
      throw new ReadFailed('server_error');
  }
}
