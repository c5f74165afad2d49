/** A mail provider on this machine that speaks the part of Resend's HTTP API that we use. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resendTransport } from '@/lib/email/transport';

export type ProviderRequest = { key: string; body: string; to: string };

/** What the provider does with the request of this number (0 upwards): an answer, or its own doing. */
type Behaviour = (
  request: ProviderRequest,
  place: number,
) => { status: number; body: unknown; headers?: Record<string, string> } | 'hang up' | 'accept';

export async function startMailProvider(behave: Behaviour = () => 'accept') {
  const requests: ProviderRequest[] = [];
  /** By key, what was taken on: a key that comes again is answered as before, without a second mail. */
  const accepted = new Map<string, string>();
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const key = String(incoming.headers['idempotency-key'] ?? '');
      const request = { key, body, to: String(JSON.parse(body).to) };
      requests.push(request);
      const answer = behave(request, requests.length - 1);
      if (answer === 'hang up') return response.destroy();
      if (answer !== 'accept') return reply(response, answer);
      const earlier = accepted.get(key);
      if (earlier !== undefined && earlier !== body) return reply(response, otherBody);
      accepted.set(key, body);
      reply(response, { status: 200, body: { id: `mail-${accepted.size}` } });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    accepted,
    transport: resendTransport({
      apiKey: 're_test',
      baseUrl: `http://127.0.0.1:${port}`,
      from: 'Baobab <hello@example.test>',
    }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const otherBody = {
  status: 409,
  body: {
    statusCode: 409,
    name: 'invalid_idempotent_request',
    message: 'Same idempotency key used with a different request payload.',
  },
};

function reply(
  response: ServerResponse,
  {
    status,
    body,
    headers = {},
  }: { status: number; body: unknown; headers?: Record<string, string> },
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
