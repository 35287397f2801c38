import { cleanLine, say, slice, type Safe } from '../text/index.ts';
import { isPrivate, shownHost } from './host.ts';

/** Why an address is not followed at all. */
type Refusal = 'not an address' | 'scheme' | 'port' | 'host' | 'length';

/**
 * What may be done with an address: `public` may be opened and fetched, `private` leads into this machine's own network,
 * `refused` is never followed. `shown` is how a person sees it: the real host in full, mixed scripts as punycode, no credentials.
 */
export interface AddressVerdict {
  readonly verdict: 'public' | 'private' | 'refused';
  readonly refusal: Refusal | null;
  /** Words for the reader, or null when the address is public. */
  readonly why: Safe | null;
  readonly shown: Safe;
}

/** Longest address that is followed, in characters. */
const longest = 4096;
/** Longest address that is shown whole, in characters. The host is never cut. */
const longestShown = 200;

/** Ports that belong to other services: https://fetch.spec.whatwg.org/#port-blocking */
const badPorts = new Set(
  (
    '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139 ' +
    '143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 ' +
    '3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'
  ).split(' '),
);

/** Returns the address as the URL standard writes it, in ASCII, or null when it is not a plain http(s) address. */
export function webAddress(address: string): Safe | null {
  const url = parse(address);
  if (!url || !isWeb(url) || url.username || url.password || url.href.length > longest) return null;
  return cleanLine(url.href.replace(/[^!-~]/g, encodeURIComponent));
}

/** Returns what may be done with the address, and how it is shown. Opens no connection and asks no name server. */
export function judgeAddress(address: string): AddressVerdict {
  const url = parse(address);
  const shown = url && isWeb(url) ? show(url) : shorten(cleanLine(address), 0);
  const refused = refuse(address, url);
  if (refused) return { verdict: 'refused', ...refused, shown };
  const host = url?.hostname ?? '';
  if (!isPrivate(host)) return { verdict: 'public', refusal: null, why: null, shown };
  return {
    verdict: 'private',
    refusal: null,
    why: say`${cleanLine(host)} leads into this machine’s own network.`,
    shown,
  };
}

function parse(address: string): URL | null {
  return URL.parse(address.trim());
}

const isWeb = (url: URL): boolean => url.protocol === 'http:' || url.protocol === 'https:';

function refuse(address: string, url: URL | null): { refusal: Refusal; why: Safe } | null {
  if (url ? !isWeb(url) : !/^\s*https?:/i.test(address)) {
    return { refusal: 'scheme', why: say`Only addresses that begin with http: or https: are opened.` };
  }
  if (!url) return { refusal: 'not an address', why: say`This is not a web address.` };
  if (url.href.length > longest)
    return { refusal: 'length', why: say`The address is longer than ${longest} characters.` };
  if (badPorts.has(url.port)) {
    return { refusal: 'port', why: say`Port ${cleanLine(url.port)} belongs to another service than the web.` };
  }
  if (tooLong(url.hostname)) return { refusal: 'host', why: say`The host’s name is longer than a name can be.` };
  return null;
}

/** Tells of names that no name server could answer for: RFC 1035, section 2.3.4. */
function tooLong(host: string): boolean {
  return host.length > 254 || host.split('.').some((label) => label.length > 63);
}

function show(url: URL): Safe {
  const port = url.port === '' ? '' : `:${url.port}`;
  const origin = `${url.protocol}//${shownHost(url.hostname)}${port}`;
  return shorten(cleanLine(`${origin}${url.pathname}${url.search}${url.hash}`), origin.length + 1);
}

/** Cuts an address that is too long to be shown, but never before its path. */
function shorten(text: Safe, path: number): Safe {
  const end = Math.max(longestShown, Math.min(path, longest));
  return text.length <= end ? text : say`${slice(text, 0, end - 1)}…`;
}
