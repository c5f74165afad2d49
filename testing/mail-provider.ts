/** A mail provider on this machine that speaks the part of Resend's HTTP API that we use. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resendTransport } from '@/lib/outbox/transports/resend';

export type ProviderRequest = {
  key: string;
  body: string;
  to: string;
  /** As they came over the wire; `content` in base64. */
  attachments: { filename: string; content: string; content_type: string }[];
};

type Headers = Record<string, string>;
type Answer = { status: number; body: unknown; headers?: Headers };

/** What the provider does with the request of this number (0 upwards): an answer, or its own doing. */
type Behaviour = (
  request: ProviderRequest,
  place: number,
) => Answer | 'accept' | 'hang up' | 'accept, then hang up' | 'accept, then say nothing';

/** A refusal in the provider's own words. */
export const refusal = (status: number, name: string, headers: Headers = {}) => ({
  status,
  headers,
  body: { statusCode: status, name, message: 'As the test wants it.' },
});

export async function startMailProvider(
  behave: Behaviour = () => 'accept',
  {
    answerWithinMs,
    answerHeaders,
  }: { answerWithinMs?: number; answerHeaders?: () => Headers } = {},
) {
  const requests: ProviderRequest[] = [];
  /** By key, what was taken on: a key that comes again is answered as before, without a second mail. */
  const accepted = new Map<string, string>();
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const key = String(incoming.headers['idempotency-key'] ?? '');
      const { to, attachments = [] } = JSON.parse(body);
      const request = { key, body, to: String(to), attachments };
      requests.push(request);
      const answer = behave(request, requests.length - 1);
      if (answer === 'hang up') return response.destroy();
      if (typeof answer === 'object') return reply(response, answer);
      const earlier = accepted.get(key);
      if (earlier !== undefined && earlier !== body) {
        return reply(response, refusal(409, 'invalid_idempotent_request'));
      }
      accepted.set(key, body);
      if (answer === 'accept, then hang up') return response.destroy();
      if (answer === 'accept, then say nothing') return;
      reply(response, { status: 200, body: { id: `mail-${key}` }, headers: answerHeaders?.() });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    requests,
    accepted,
    baseUrl,
    /** As if nothing had come yet. */
    forget: () => {
      requests.length = 0;
      accepted.clear();
    },
    transport: resendTransport({
      apiKey: 're_test',
      baseUrl,
      from: 'Baobab <hello@example.test>',
      ...(answerWithinMs !== undefined && { answerWithinMs }),
    }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function reply(response: ServerResponse, { status, body, headers = {} }: Answer) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
