import ipaddr from 'ipaddr.js';

/**
 * Public by its number, but inside Azure it is the host's own service, metadata included. Those of the
 * other clouds are link-local (169.254.169.254), shared (100.100.100.200) or unique local addresses.
 */
const azureHost = '168.63.129.16';

/**
 * Whether a server of ours may connect to this IP address on behalf of a user: only what is plain
 * unicast on the public internet. Everything with a special meaning (the IANA special-purpose
 * registries, RFC 6890) is refused, also IPv4 inside IPv6, which would lead to the same places.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast' || parsed.toString() === azureHost) return false;
  // Of IPv6 only 2000::/3 is given out at all; the rest includes old ways to write IPv4.
  return parsed instanceof ipaddr.IPv4 || parsed.match(ipaddr.parse('2000::'), 3);
}
