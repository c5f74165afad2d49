import { createServer } from 'node:net';

/** The preferred TCP port when it is free on this machine, else one that the system picks. */
export async function freePort(preferred = 0): Promise<number> {
  return (await listenOnce(preferred)) ?? (await listenOnce(0)) ?? preferred;
}

/** The first free TCP port from `first` upwards: 3000, 3001, … as people expect of a dev server. */
export async function nextFreePort(first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 1) {
    if ((await listenOnce(port)) !== null) return port;
  }
  throw new Error(`No free port from ${first} to ${first + 99}.`);
}

async function listenOnce(port: number): Promise<number | null> {
  // A server on 127.0.0.1 alone does not block the wildcard address on every system: ask for both.
  const everywhere = await tryListen(port);
  if (everywhere === null) return null;
  return (await tryListen(everywhere, '127.0.0.1')) === null ? null : everywhere;
}

function tryListen(port: number, host?: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
