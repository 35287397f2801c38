import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSocketServer, type AddressInfo, type Server as SocketServer } from 'node:net';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { openWeb, type Fetched, type WebOptions, type WebRequest } from '../../src/web/index.ts';

/** Servers on this machine that last as long as the test, and a web on which their names are known. */

/** Listens on this machine until the test is over, and returns the port. */
export async function listen(server: Server | SocketServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** Returns a port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createSocketServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Serves what the listener says, and returns where, with all that was asked. */
export async function serve(listener: RequestListener): Promise<{ port: number; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const port = await listen(
    createServer((request, response) => {
      asked.push(request);
      listener(request, response);
    }),
  );
  return { port, asked };
}

/** Answers every request with these bytes, as they are, and hangs up. */
export async function serveBytes(bytes: string | Uint8Array): Promise<number> {
  return listen(
    createSocketServer((socket) => {
      socket.on('error', () => undefined).once('data', () => socket.end(bytes));
      onTestFinished(() => void socket.destroy());
    }),
  );
}

export const noon = Date.UTC(2026, 2, 1, 12);

/** A web on which `*.example` is this machine, and every wait is short. */
export function webOn(options: Partial<WebOptions> = {}) {
  const { limits, ...others } = options;
  const looked: string[] = [];
  const web = openWeb({
    userAgent: 'Reader/1',
    now: () => noon,
    async resolve(host) {
      looked.push(host);
      return ['127.0.0.1'];
    },
    limits: { half: 10_000, early: 0, ...limits },
    ...others,
  });
  const get = (
    address: string,
    request: Partial<WebRequest> = {},
    signal = new AbortController().signal,
  ): Promise<Fetched> => web.get({ address, mayBePrivate: true, ...request }, signal);
  return { get, looked };
}

/** Returns what became of a request as a reader would be told: kind and words, or the document's text. */
export function told(fetched: Fetched): string {
  if (fetched.type === 'document') return Buffer.from(fetched.bytes).toString();
  if (fetched.type === 'failed') return `${fetched.kind}: ${fetched.why.replace(/:\d{4,5}\b/g, '')}`;
  return fetched.type === 'later' ? `later: ${fetched.why.replace(/:\d{4,5}\b/g, '')}` : fetched.type;
}
