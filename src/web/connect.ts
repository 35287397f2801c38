import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect, isIP, type Socket } from 'node:net';
import { connect as secure } from 'node:tls';
import { judgeAddress } from '../address/index.ts';
import { cleanLine, say, type Safe } from '../text/index.ts';

import { bare, credentialsOf } from './proxy.ts';
import { Trouble, troubleOf } from './trouble.ts';

/** Returns the IP addresses of a host. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Asks the system, which knows the names of home too. */
export const askSystem: Resolve = async (host) => {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
};

/** A host and how to get there. */
export interface Way {
  readonly url: URL;
  readonly proxy: URL | null;
  readonly resolve: Resolve;
  /** What to say when the host lies inside this machine's own network; null when it may. */
  readonly ifInside: Trouble | null;
}

/** Connects to the host of an address, through its proxy if it has one. The socket is ready to be spoken to. */
export async function connectTo(way: Way, signal: AbortSignal): Promise<Socket> {
  const { url, proxy } = way;
  if (!proxy) return openSocket(url, await publicAddresses(way, signal), signal);
  const socket = await openProxy(way, proxy, signal);
  if (url.protocol === 'http:') return socket;
  await tunnel(socket, url, proxy, signal);
  return secured(socket, url, signal);
}

/** Returns where the host may be reached. Literal addresses are judged like those that a name server gives. */
async function publicAddresses({ url, ifInside, resolve }: Way, signal: AbortSignal): Promise<readonly string[]> {
  const found = await addressesOf(url, resolve, signal);
  if (!ifInside) return found;
  const allowed = found.filter(isPublic);
  if (allowed.length > 0) return allowed;
  throw ifInside;
}

async function addressesOf(url: URL, resolve: Resolve, signal: AbortSignal): Promise<readonly string[]> {
  const host = bare(url.hostname);
  if (isIP(host)) return [host];
  const found = await Promise.race([resolve(host), rejection(signal)]);
  if (found.length > 0) return found;
  throw Object.assign(new Error('No addresses'), { code: 'ENOTFOUND' });
}

/** A look-up cannot be ended, only left alone. */
function rejection(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  if (signal.aborted) reject(signal.reason);
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return promise;
}

function isPublic(address: string): boolean {
  return judgeAddress(`http://${address.includes(':') ? `[${address}]` : address}/`).verdict === 'public';
}

/** Returns the trouble that a host lies inside this machine's own network: to be agreed to where the reader asked for it. */
export function inside(host: Safe, wasAskedFor: boolean): Trouble {
  return wasAskedFor
    ? new Trouble(
        'private',
        say`${host} lies inside your own network. It is only opened when you type its address and agree.`,
      )
    : new Trouble(
        'redirects',
        say`The address leads to ${host} in the end, inside your own network. That is not opened.`,
      );
}

async function openSocket(url: URL, addresses: readonly string[], signal: AbortSignal): Promise<Socket> {
  const isSecure = url.protocol === 'https:';
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  const [first] = found;
  const socket = connect({
    host: found.length === 1 && first ? first.address : bare(url.hostname),
    port: Number(url.port || (isSecure ? 443 : 80)),
    // The addresses are those that were judged: the name is not looked up again.
    lookup: (_host, { all }, give) => (all ? give(null, found) : give(null, first?.address ?? '', first?.family)),
    autoSelectFamily: true,
  });
  await ready(socket, 'connect', signal);
  return isSecure ? secured(socket, url, signal) : socket;
}

/** Resolves when the socket is ready; otherwise nothing is left open. */
async function ready(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<void> {
  try {
    await once(socket, event, { signal });
    // Whoever speaks over the socket next hears of its end anyway; nobody may be listening in between.
    socket.on('error', () => undefined);
  } catch (error) {
    socket.on('error', () => undefined).destroy();
    throw error;
  }
}

async function secured(socket: Socket, url: URL, signal: AbortSignal): Promise<Socket> {
  const host = bare(url.hostname);
  const over = secure({ socket, host, ALPNProtocols: ['http/1.1'], ...(isIP(host) ? {} : { servername: host }) });
  await ready(over, 'secureConnect', signal);
  return over;
}

/** The proxy is the reader's own, wherever it lies. */
async function openProxy({ resolve }: Way, proxy: URL, signal: AbortSignal): Promise<Socket> {
  try {
    return await openSocket(proxy, await addressesOf(proxy, resolve, signal), signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const host = cleanLine(proxy.host);
    const { why } = troubleOf(error, host);
    throw new Trouble('proxy', say`The proxy ${host} in your environment is not to be used: ${why}`);
  }
}

/** Asks the proxy to pass everything on to the host: RFC 9110, section 9.3.6. */
async function tunnel(socket: Socket, url: URL, proxy: URL, signal: AbortSignal): Promise<void> {
  const target = `${url.hostname}:${url.port || '443'}`;
  const credentials = credentialsOf(proxy);
  const asking = request({
    createConnection: () => socket,
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...(credentials ? { 'proxy-authorization': credentials } : {}) },
    signal,
  }).end();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  asking.once('connect', ({ statusCode = 0 }) => resolve(statusCode)).on('error', reject);
  const status = await promise;
  if (status === 200) return;
  socket.destroy();
  throw new Trouble(
    'proxy',
    say`The proxy ${cleanLine(proxy.host)} in your environment does not pass on to ${cleanLine(url.host)} (status ${status}).`,
  );
}
