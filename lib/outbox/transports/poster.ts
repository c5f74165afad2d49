import { Agent, type IncomingHttpHeaders, request as requestPlainly } from 'node:http';
import { Agent as SecureAgent, request as requestSecurely } from 'node:https';

/** Servers close what idles longer, and a request that meets that is lost: undici's figure. */
const idleMs = 4000;
/** No answer of a mail provider is longer. */
const longestAnswer = 100_000;

export interface PostAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/**
 * Posts JSON to one server over connections that it keeps between calls. Node's `fetch` takes two to
 * three times as long for it, in streams that nothing here needs.
 */
export function startPoster({ url, withinMs }: { url: string; withinMs: number }) {
  const isPlain = new URL(url).protocol === 'http:';
  const options = { keepAlive: true, timeout: idleMs };
  const agent = isPlain ? new Agent(options) : new SecureAgent(options);
  const request = isPlain ? requestPlainly : requestSecurely;
  /** Rejects when the connection breaks, or when not all of the answer is there in time. */
  const post = (body: string, headers: Record<string, string>) =>
    new Promise<PostAnswer>((resolve, reject) => {
      const bytes = Buffer.from(body, 'utf8');
      const outgoing = request(url, {
        method: 'POST',
        agent,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': bytes.byteLength,
        },
      });
      const timer = setTimeout(() => {
        outgoing.destroy(new Error(`no answer within ${withinMs} ms`));
      }, withinMs);
      const fail = (error: Error) => {
        clearTimeout(timer);
        reject(error);
      };
      outgoing.on('error', fail);
      outgoing.on('response', (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (part: string) => {
          text += part;
          if (text.length > longestAnswer) outgoing.destroy(new Error('too long an answer'));
        });
        incoming.on('error', fail);
        incoming.on('end', () => {
          clearTimeout(timer);
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
        });
      });
      outgoing.end(bytes);
    });
  /** Lets go of what nobody is using; the others go once they have idled. */
  const close = () => {
    for (const socket of Object.values(agent.freeSockets).flat()) socket?.destroy();
  };
  return { post, close };
}
