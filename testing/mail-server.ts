/** A mail server on this machine that speaks enough SMTP (RFC 5321) for one mail after another. */
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface ReceivedMail {
  to: string;
  /** Headers and body as they came, line ends included. */
  source: string;
}

/** What the server answers to a command, where not what all goes well with; null to hang up. */
type Behaviour = (command: string, place: number) => string | null | undefined;

/** @param behave asked at each command, and at `.`, the end of a mail; `place` counts all commands */
export async function startMailServer(behave: Behaviour = () => undefined) {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let place = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let buffered = '';
    let to = '';
    let isInData = false;

    const answer = (command: string, usual: string): boolean => {
      const said = behave(command, place++);
      if (said === null) socket.destroy();
      else socket.write(`${said ?? usual}\r\n`);
      return said === undefined;
    };
    const take = (line: string) => {
      const command = line.slice(0, 4).toUpperCase();
      if (command === 'EHLO') return answer(line, '250-here\r\n250 8BITMIME');
      if (command === 'RCPT') to = /<(.*)>/.exec(line)?.[1] ?? '';
      if (command === 'QUIT') return socket.end('221 bye\r\n');
      if (command !== 'DATA') return answer(line, '250 ok');
      isInData = answer(line, '354 go on');
    };
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      buffered += chunk.toString('utf8');
      for (;;) {
        const end = buffered.indexOf(isInData ? '\r\n.\r\n' : '\r\n');
        if (end === -1) return;
        const part = buffered.slice(0, end);
        buffered = buffered.slice(end + (isInData ? 5 : 2));
        if (!isInData) take(part);
        else {
          isInData = false;
          // Taken before it is answered: an acceptance that gets lost on the way is one all the same.
          mails.push({ to, source: part });
          if (!answer('.', '250 taken') && !socket.destroyed) mails.pop();
        }
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    connectionsMade: () => connections,
    /** Resolves when nobody is connected any more. */
    idle: async () => {
      while (sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
