import { cleanLine, slice, type Safe } from './safe.ts';

/**
 * What may be done with an address: `public` may be opened and fetched, `private` leads into this machine's own network,
 * `refused` is never followed. `shown` is how a person sees it: the real host in full, mixed scripts as punycode, no credentials.
 */
export interface AddressVerdict {
  readonly verdict: 'public' | 'private' | 'refused';
  readonly why: Safe | null;
  readonly shown: Safe;
}

/** Longest address that is followed or drawn whole, in characters. */
const longest = 4096;

/** Returns the address as the URL standard writes it, in ASCII, or null when it is not a plain http(s) address. */
export function webAddress(address: string): Safe | null {
  const url = parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.href.length > longest) return null;
  return cleanLine(url.href.replace(/[^!-~]/g, encodeURIComponent));
}

/** Returns what may be done with the address, and how it is shown. Opens no connection and asks no name server. */
export function judgeAddress(address: string): AddressVerdict {
  const url = parse(address);
  return { verdict: url ? 'public' : 'refused', why: null, shown: slice(cleanLine(address), 0, 200) };
}

function parse(address: string): URL | null {
  return URL.parse(address.trim());
}
