import { BlockList, isIP } from 'node:net';
import { cleanLine, say } from '../text/index.ts';
import { Trouble } from './trouble.ts';

/** The variables of a shell that name proxies: `https_proxy`, `http_proxy`, `all_proxy`, `no_proxy`, in small or capital letters. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the proxy through which an address is reached, or null when it is reached directly. */
export function proxyFor(url: URL, environment: Environment): URL | null {
  const variable = (name: string): string => environment[name] || environment[name.toUpperCase()] || '';
  const written = variable(`${url.protocol.slice(0, -1)}_proxy`) || variable('all_proxy');
  if (written === '' || isLoopback(url.hostname) || isSpared(url, variable('no_proxy'))) return null;
  const proxy = URL.parse(written.includes('://') ? written : `http://${written}`);
  if (proxy && /^https?:$/.test(proxy.protocol)) return proxy;
  throw new Trouble(
    'proxy',
    say`The proxy in your environment is not one with http: or https:: “${cleanLine(proxy?.host ?? 'unreadable')}”. Look at ${cleanLine(url.protocol.slice(0, -1))}_proxy.`,
  );
}

/** Tells of this machine itself, which no proxy can reach. */
function isLoopback(host: string): boolean {
  return /(^|\.)localhost\.?$|^127\.|^\[::1\]$/.test(host);
}

/** Tells whether `no_proxy` names the host: a name and all below it, an address, a network, each with a port or without; or `*`. */
function isSpared(url: URL, list: string): boolean {
  const host = bare(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, name = '', itsPort = port] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(isIP(entry) ? `[${entry}]` : entry) ?? [];
    return name !== '' && itsPort === port && (isNamed(host, name.toLowerCase()) || isWithin(host, name));
  });
}

const isNamed = (host: string, name: string): boolean =>
  `.${host}`.endsWith(`.${name.replace(/^\*?\./, '')}`) && (isIP(host) === 0 || host === name);

function isWithin(host: string, network: string): boolean {
  const [, address = '', bits = ''] = /^(.+)\/(\d{1,3})$/.exec(network) ?? [];
  const family = isIP(address);
  if (family === 0 || family !== isIP(host) || Number(bits) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(address, Number(bits), kind);
  return list.check(host, kind);
}

/** Returns a host as name servers and sockets write it, an IPv6 address without its brackets. */
export function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}

/** Returns the header that opens a proxy or a page with the name and password in its address, or null. */
export function credentialsOf({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  const words = `${unescaped(username)}:${unescaped(password)}`;
  return `Basic ${Buffer.from(words).toString('base64')}`;
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
