import type { IncomingMessage } from 'node:http';
import { judgeAddress, webAddress } from '../address/index.ts';
import { say, type Safe } from '../text/index.ts';
import type { Instant } from '../news/index.ts';
import { readBody, type Reception } from './body.ts';
import type { Fetched, WebRequest } from './fetched.ts';
import { contentTypeOf, freshnessOf, isDisguised, pauseUntil, redirectOf, returnable } from './headers.ts';
import { Trouble, unspoken } from './trouble.ts';

/** An address on the way from the first to the document. */
export interface Step {
  readonly url: URL;
  /** Where permanent redirects alone have led, or null. */
  readonly movedTo: URL | null;
  /** Whether all redirects so far were permanent. */
  readonly isPermanent: boolean;
}

/** What an answer is an answer to, and how it is taken in. */
export interface Asked extends Reception {
  readonly step: Step;
  readonly request: WebRequest;
  readonly now: Instant;
}

/** Returns what an answer means: RFC 9110, section 15. A document is read to its end. */
export async function answerOf(response: IncomingMessage, asked: Asked): Promise<Fetched | Step> {
  const { headers, statusCode: status = 0 } = response;
  const { host, now } = asked;
  if (status === 200 || status === 203) return documentOf(response, asked);
  if (status === 304) return unchangedOf(response, asked);
  if ([301, 302, 303, 307, 308].includes(status)) return passedOn(response, asked);
  if (status === 410) return { type: 'gone' };
  if (status === 429 || (status === 503 && headers['retry-after'] !== undefined)) {
    const until = pauseUntil(headers['retry-after'], now);
    return { type: 'later', until, why: say`${host} asks to be left alone for ${inWords(until - now)}.` };
  }
  throw troubleOfStatus(status, response, host);
}

/** Returns a length of time in whole minutes or hours, rounded up. */
function inWords(time: number): Safe {
  const minutes = Math.ceil(time / 60_000);
  if (minutes < 120) return minutes === 1 ? say`a minute` : say`${minutes} minutes`;
  return say`${Math.ceil(minutes / 60)} hours`;
}

async function documentOf(response: IncomingMessage, asked: Asked): Promise<Fetched> {
  const { step, now } = asked;
  return {
    type: 'document',
    bytes: await readBody(response, asked),
    address: shownAddress(step.url),
    contentType: contentTypeOf(response.headers),
    ...freshnessOf(response.headers, now, step.movedTo),
  };
}

function shownAddress(url: URL): Safe {
  const open = new URL(url);
  open.username = '';
  open.password = '';
  return webAddress(open.href) ?? judgeAddress(open.href).shown;
}

/** A server need not repeat what it said before. */
function unchangedOf({ headers }: IncomingMessage, { step, request, host, now }: Asked): Fetched {
  const { etag = null, lastModified = null } = request;
  if (!returnable(etag) && !returnable(lastModified)) throw unspoken(host);
  const fresh = freshnessOf(headers, now, step.movedTo);
  return { type: 'unchanged', ...fresh, etag: fresh.etag ?? etag, lastModified: fresh.lastModified ?? lastModified };
}

function passedOn({ headers, statusCode }: IncomingMessage, { step, host }: Asked): Step {
  const url = redirectOf(headers, step.url);
  if (!url) throw new Trouble('redirects', say`${host} passes on, but does not say where to. Open it in the browser.`);
  if (isDisguised(headers, url))
    throw new Trouble(
      'redirects',
      say`${host} passes on to ${judgeAddress(url.href).shown}, inside your own network, and hides it. That is not opened.`,
    );
  const isPermanent = step.isPermanent && (statusCode === 301 || statusCode === 308);
  return { url, isPermanent, movedTo: isPermanent ? url : step.movedTo };
}

function troubleOfStatus(status: number, { headers }: IncomingMessage, host: Safe): Trouble {
  if (status === 404) return new Trouble('missing', say`${host} has nothing at this address any more (status 404).`);
  if (status === 401) return new Trouble('refused', say`${host} asks for a name and a password (status 401).`);
  if (headers['cf-mitigated'] === 'challenge')
    return new Trouble('refused', say`${host} lets nothing but browsers in. Open it in the browser.`);
  if (status >= 500 && status < 600)
    return new Trouble('server', say`${host} has a fault of its own (status ${status}). Try again later.`);
  if (status >= 400)
    return new Trouble('refused', say`${host} does not let us in (status ${status}). Try the browser.`);
  return new Trouble('answer', say`${host} answers with something else than a page (status ${status}).`);
}
