import type { IncomingHttpHeaders } from 'node:http';
import { judgeAddress, webAddress } from '../address/index.ts';
import { cleanLine, slice, type Safe } from '../text/index.ts';
import { readDate, type Instant } from '../news/index.ts';
import type { Freshness } from './fetched.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Returns what an answer says of how long it holds: RFC 9111, section 4.2. */
export function freshnessOf(headers: IncomingHttpHeaders, now: Instant, movedTo: URL | null): Freshness {
  return {
    etag: returnable(headers.etag),
    lastModified: returnable(headers['last-modified']),
    freshUntil: freshUntil(headers, now),
    movedTo: movedTo && webAddress(movedTo.href),
  };
}

/** Returns the value when it may be sent back as it is, within a header of the next request. */
export function returnable(value: string | null | undefined): string | null {
  return value && /^[\x20-\x7e\x80-\xff]{1,512}$/.test(value) && !/[\x80-\x9f]/.test(value) ? value : null;
}

function freshUntil(headers: IncomingHttpHeaders, now: Instant): Instant | null {
  const control = headers['cache-control'] ?? '';
  if (/\bno-(cache|store)\b/i.test(control)) return null;
  const seconds = /\bmax-age\s*=\s*"?(\d+)/i.exec(control)?.[1];
  const left = seconds ? Number(seconds) * 1000 - ageOf(headers) : untilExpiry(headers, now);
  return left > 0 ? now + Math.min(left, day) : null;
}

function ageOf({ age = '' }: IncomingHttpHeaders): number {
  return /^\d+$/.test(age) ? Number(age) * 1000 : 0;
}

/** Returns how long is left by the server's own clock, in milliseconds. */
function untilExpiry({ expires = '', date = '' }: IncomingHttpHeaders, now: Instant): number {
  return (readDate(expires) ?? 0) - (readDate(date) ?? now);
}

/** Returns when a server that asks for a pause may be asked again: RFC 9110, section 10.2.3, held between a minute and a day. */
export function pauseUntil(retryAfter: string | undefined, now: Instant): Instant {
  const wanted = (retryAfter ?? '').trim();
  const wait = /^\d+$/.test(wanted) ? Number(wanted) * 1000 : (readDate(wanted) ?? now) - now;
  return now + Math.min(Math.max(wait, minute), day);
}

/** Returns where a redirect leads; null when it leads nowhere. A name and password stay with the origin that they were given for. */
export function redirectOf(headers: IncomingHttpHeaders, from: URL): URL | null {
  const written = writtenIn(headers);
  const url = written.trim() === '' ? null : URL.parse(written, from.href);
  if (!url) return null;
  const isHome = url.origin === from.origin;
  url.username = isHome ? from.username : '';
  url.password = isHome ? from.password : '';
  return url;
}

/** Node reads headers as Latin-1, servers write addresses in UTF-8. */
function writtenIn({ location = '' }: IncomingHttpHeaders): string {
  return Buffer.from(location, 'latin1').toString();
}

/**
 * Tells whether a redirect leads into the reader's own network by a host that is not written as what it is: as one number, in
 * other digits, or behind another host and an @. Nobody who runs a server at home writes so.
 */
export function isDisguised(headers: IncomingHttpHeaders, to: URL): boolean {
  const [, host] = /^\s*(?:[a-z][a-z\d+.-]*:)?[\\/]{2,}([^\\/?#]*)/i.exec(writtenIn(headers)) ?? [];
  if (host === undefined || judgeAddress(to.href).verdict !== 'private') return false;
  return host.toLowerCase().replace(/:(80|443)?$/, '') !== to.host.replace(/:(80|443)$/, '');
}

/** Returns the media type that the answer claims, or null. */
export function contentTypeOf(headers: IncomingHttpHeaders): Safe | null {
  const type = slice(cleanLine(headers['content-type'] ?? ''), 0, 200);
  return type === '' ? null : type;
}
