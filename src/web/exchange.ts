import { request, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { cleanLine } from '../text/index.ts';
import type { WebRequest } from './fetched.ts';
import { returnable } from './headers.ts';

import { credentialsOf } from './proxy.ts';
import { acceptedPackings } from './body.ts';
import type { Way } from './connect.ts';
import { troubleOf, unspoken } from './trouble.ts';

/** Most bytes of headers in an answer. */
const maxHeaderSize = 64 * 1024;

/** Asks for an address over a socket that leads there, and resolves to the answer once its headers are here. */
export async function ask(
  { url, proxy }: Way,
  socket: Socket,
  { accept = '*/*', etag, lastModified }: WebRequest,
  userAgent: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const passedOn = proxy && url.protocol === 'http:' ? proxy : null;
  const headers = {
    host: url.host,
    'user-agent': userAgent,
    accept,
    'accept-encoding': acceptedPackings,
    'if-none-match': returnable(etag),
    'if-modified-since': returnable(lastModified),
    authorization: credentialsOf(url),
    'proxy-authorization': passedOn && credentialsOf(passedOn),
  };
  const path = `${passedOn ? `http://${url.host}` : ''}${url.pathname}${url.search}`;
  try {
    return await speak(socket, path, present(headers), signal);
  } catch (error) {
    throw signal.aborted ? signal.reason : troubleOf(error, cleanLine(url.host));
  }
}

function present(headers: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

function speak(
  socket: Socket,
  path: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asking = request({ createConnection: () => socket, path, headers, maxHeaderSize, signal })
    .on('response', (response) => {
      resolve(response);
      // What comes after the end of a document that is longer than it says is an error of the request.
      asking.on('error', (error) => response.destroy(error));
    })
    .on('error', reject)
    // Nobody asked for another protocol.
    .on('upgrade', () => {
      socket.destroy();
      reject(unspoken(cleanLine(headers['host'] ?? '')));
    })
    .end();
  return promise;
}
