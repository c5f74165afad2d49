import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * From now on the network address that a connection comes from stands at the end of each request's
 * `X-Forwarded-For`, as if we were a proxy too. Next.js writes it only where the caller has not sent the
 * header, and no part of a page can see the connection: so without this, whoever calls chooses their address.
 */
export function notePeers(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const said = request.headers['x-forwarded-for'] ?? [];
    const peer = request.socket.remoteAddress ?? 'unknown';
    request.headers['x-forwarded-for'] = [said, peer].flat().join(', ');
  });
}
