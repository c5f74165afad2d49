/** A server on this machine that speaks the part of Whereby's REST API that we use, faults included. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Request = { method: string; path: string; authorization: string; body: unknown };
type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** What it does with a request: make a room, give an answer, or break off. */
export type WherebyBehaviour =
  | 'make a room'
  | 'hang up'
  | 'hang up halfway'
  | 'say nothing'
  | 'stop halfway'
  | Answer;

export async function startWhereby() {
  const state: { behaviour: WherebyBehaviour; beforeAnswer: () => Promise<void> } = {
    behaviour: 'make a room',
    beforeAnswer: async () => {},
  };
  const requests: Request[] = [];
  let made = 0;
  async function answer(request: Request, response: ServerResponse) {
    requests.push(request);
    await state.beforeAnswer();
    if (state.behaviour === 'make a room') {
      made += 1;
      return reply(response, { status: 201, body: meeting(made) });
    }
    answerBadly(response, state.behaviour);
  }
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url: path = '', headers } = incoming;
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const authorization = headers.authorization ?? '';
      void answer({ method, path, authorization, body }, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    /** How it behaves from now on, and what it waits for before each answer. */
    behave: (behaviour: WherebyBehaviour, beforeAnswer = async () => {}) => {
      Object.assign(state, { behaviour, beforeAnswer });
    },
    /** What to reach it with; it is waited for only as long as a test of silence can bear. */
    get whereby() {
      const isSilent = state.behaviour === 'say nothing' || state.behaviour === 'stop halfway';
      const apiUrl = `http://127.0.0.1:${port}/v1`;
      return { apiKey: 'key', apiUrl, answerWithinMs: isSilent ? 300 : 5000 };
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The answer to making a room, in the shape of Whereby's own documents. */
export function meeting(number: number) {
  const roomUrl = `https://school.whereby.test/${number}`;
  return {
    meetingId: String(number),
    roomName: `/${number}`,
    roomUrl,
    startDate: '2026-11-23T12:00:00.000Z',
    endDate: '2026-11-24T16:30:00.000Z',
    hostRoomUrl: `${roomUrl}?roomKey=host`,
  };
}

function answerBadly(
  response: ServerResponse,
  behaviour: Exclude<WherebyBehaviour, 'make a room'>,
) {
  if (typeof behaviour === 'object') return reply(response, behaviour);
  if (behaviour === 'say nothing') return;
  if (behaviour === 'hang up') return response.destroy();
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"roomUrl":');
  if (behaviour === 'hang up halfway') setImmediate(() => response.destroy());
}

function reply(response: ServerResponse, { status, body = '', headers = {} }: Answer) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
