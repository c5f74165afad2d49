import { env } from './env';

/**
 * What a cookie is called that no other host may set: under https browsers take a name with this prefix
 * from the very host alone, and only when it is sent encrypted (RFC 6265bis, 4.1.3.2). It has the path
 * `/`, is `secure`, and names no domain.
 */
export function cookieName(name: string, appUrl: string = env.APP_URL): string {
  return appUrl.startsWith('https:') ? `__Host-${name}` : name;
}
