import { createHash } from 'node:crypto';
import { say } from '../text/index.ts';
import type { Health, Instant, Source } from '../news/index.ts';
import type { Fetched } from '../web/index.ts';
import type { Wait } from './at-once.ts';
import type { FiledFeed } from './file-sheets.ts';
import type { Answer } from './health.ts';
import type { Newsroom } from './newsroom.ts';
import { mayLieInside } from './own-network.ts';
import { whyNoFeed, whyNot } from './told.ts';

/** What came of asking one feed. `offline` says nothing of the feed; null is one that the reader did not wait for. */
export type Asked =
  | { readonly type: 'answered'; readonly answer: Answer }
  | { readonly type: 'filed'; readonly feed: FiledFeed }
  | { readonly type: 'offline'; readonly answer: Extract<Answer, { type: 'failed' }> }
  | null;

/** Media types of feeds, in the order in which they are wanted. */
export const feedTypes =
  'application/atom+xml, application/rss+xml, application/feed+json;q=0.9, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5';

/** Asks a feed for news, and files what it brings. */
export async function askFeed(
  room: Newsroom,
  source: Source,
  health: Health | null,
  wait: Wait,
  signal: AbortSignal,
): Promise<Asked> {
  const pause = health && pauseOf(health, room.clock());
  if (pause) return answered(pause);
  const web = await room.web();
  const request = {
    address: source.location,
    mayBePrivate: mayLieInside(room.library, source.location),
    failing: (health?.failures ?? 0) > 0,
    etag: health?.etag ?? null,
    lastModified: health?.lastModified ?? null,
    accept: feedTypes,
  };
  const fetched = await wait(web.get(request, signal));
  if (fetched.type === 'document') return readDocument({ room, source, before: health, wait }, fetched, signal);
  return asked(fetched);
}

/** A server that asked for a pause gets it, from whoever wants news in the meantime too. */
function pauseOf({ why, failures, gone, notBefore }: Health, now: Instant): Extract<Answer, { type: 'later' }> | null {
  if (why === null || failures > 0 || gone || notBefore === null || notBefore <= now) return null;
  return { type: 'later', until: notBefore, why };
}

function asked(fetched: Exclude<Fetched, { type: 'document' }>): Asked {
  if (fetched.type === 'cancelled') return null;
  if (fetched.type === 'unchanged') return answered({ type: 'unchanged', fresh: fetched });
  if (fetched.type === 'later') return answered(fetched);
  if (fetched.type === 'gone')
    return answered({ type: 'gone', why: say`Its server says that this feed was taken away for good.` });
  const answer = { type: 'failed', why: whyNot(fetched) } as const;
  return fetched.kind === 'offline' ? { type: 'offline', answer } : answered(answer);
}

function answered(answer: Answer): Asked {
  return { type: 'answered', answer };
}

/** A feed that is asked, and how to wait meanwhile. */
interface Asking {
  readonly room: Newsroom;
  readonly source: Source;
  readonly before: Health | null;
  readonly wait: Wait;
}

async function readDocument(
  { room, source, before, wait }: Asking,
  fetched: Extract<Fetched, { type: 'document' }>,
  signal: AbortSignal,
): Promise<Asked> {
  const { bytes, contentType, address, ...fresh } = fetched;
  const digest = createHash('sha256').update(bytes).digest('base64');
  if (digest === before?.digest) return answered({ type: 'unchanged', fresh });
  const sheet = { bytes, contentType, address };
  const received = await wait(room.intake.take({ source, sheet, before, fresh, digest }, signal), room.intake.hasRoom);
  if (received === null) return null;
  if (received.format === 'feed') return { type: 'filed', feed: received };
  return answered({ type: 'failed', why: whyNoFeed(received) });
}
