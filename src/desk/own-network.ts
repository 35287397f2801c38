import { judgeAddress } from '../address/index.ts';
import type { Library } from '../library/index.ts';
import type { Fetched, WebRequest } from '../web/index.ts';
import type { Newsroom } from './newsroom.ts';

/** Under this name the session keeps the hosts that the reader typed and that were found to lie in their own network. */
const place = 'own-hosts';

/** More are not remembered. */
const most = 1000;

/**
 * Asks for an address that the reader typed. It may lie in their own network; where only a name server says so, the host is
 * remembered. A name that leads there later, without having been typed, is not followed.
 */
export async function getTyped(
  room: Newsroom,
  request: Omit<WebRequest, 'mayBePrivate'>,
  signal: AbortSignal,
): Promise<Fetched> {
  const web = await room.web();
  const isKnown = mayLieInside(room.library, request.address);
  const fetched = await web.get({ ...request, mayBePrivate: isKnown }, signal);
  if (isKnown || fetched.type !== 'failed' || fetched.kind !== 'private') return fetched;
  remember(room.library, request.address);
  return web.get({ ...request, mayBePrivate: true }, signal);
}

/**
 * Returns whether an address of the reader's own choosing may be in their own network: because it says so itself, or because it
 * was typed and found there.
 */
export function mayLieInside(library: Library, address: string): boolean {
  if (judgeAddress(address).verdict === 'private') return true;
  const host = hostOf(address);
  return host !== null && ownHosts(library).includes(host);
}

/** Returns the host with its port: another port is another service. */
export function hostOf(address: string): string | null {
  return URL.parse(address.trim())?.host ?? null;
}

function remember(library: Library, address: string): void {
  const host = hostOf(address);
  if (host !== null) library.saveSession(place, [...new Set([...ownHosts(library), host])].slice(-most));
}

function ownHosts(library: Library): readonly string[] {
  const kept = library.session(place);
  return Array.isArray(kept) ? kept.filter((host) => typeof host === 'string') : [];
}
