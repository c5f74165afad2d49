import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { env } from './env';

/** By what a network is known again for a while, without its address being kept. */
export function networkHash(network: string): string {
  const [secret] = env.authSecrets;
  return createHmac('sha256', secret).update(`network ${network}`).digest('hex');
}

/**
 * The network address that a request came from. X-Forwarded-For has what each proxy saw of its caller,
 * and last what we see of ours (`notePeers`; Vercel overwrites the header with its own). What stands before
 * the entry of the outermost proxy that is ours is for the caller to invent, and X-Real-IP too.
 *
 * An IPv6 subscriber has a whole /64 to pick addresses from, so that is what counts.
 * @param trustedProxies how many proxies of ours a request passes
 */
export function networkAddress(
  headers: { get: (name: string) => string | null },
  trustedProxies: number = env.TRUSTED_PROXIES,
): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',');
  // Somebody who goes around the proxies is known by their own connection.
  const hop = hops.at(-1 - Math.min(trustedProxies, hops.length - 1)) ?? '';
  // Some proxies add the port.
  const address = hop.trim().replace(/^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2');
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return address;
  if (!ipaddr.IPv6.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`;
}
