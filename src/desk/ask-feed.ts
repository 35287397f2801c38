import { createHash } from 'node:crypto';
import { say } from '../text/index.ts';
import type { Health, Instant, Problem, Source } from '../news/index.ts';
import type { Fetched } from '../web/index.ts';
import type { Wait } from './at-once.ts';
import { copyOf } from './copying.ts';
import { fileEntries, type Tally } from './filing.ts';
import type { Answer } from './health.ts';
import type { Newsroom } from './newsroom.ts';
import { readingProblems, whyNoFeed, whyNot } from './told.ts';

/** What came of asking one feed. `offline` says nothing of the feed; null is one that the reader did not wait for. */
export type Asked =
  | { readonly type: 'answered'; readonly answer: Answer; readonly problems: readonly Problem[] }
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
  tally: Tally,
  wait: Wait,
  signal: AbortSignal,
): Promise<Asked> {
  const pause = health && pauseOf(health, room.clock());
  if (pause) return answered(pause);
  const web = await room.web();
  const request = {
    address: source.location,
    // The reader keeps this source: its address is as good as typed.
    mayBePrivate: true,
    failing: (health?.failures ?? 0) > 0,
    etag: health?.etag ?? null,
    lastModified: health?.lastModified ?? null,
    accept: feedTypes,
  };
  const fetched = await wait(web.get(request, signal));
  if (fetched.type === 'document') return readDocument(room, source, health, fetched, tally, signal);
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

function answered(answer: Answer, problems: readonly Problem[] = []): Asked {
  return { type: 'answered', answer, problems };
}

async function readDocument(
  room: Newsroom,
  source: Source,
  health: Health | null,
  fetched: Extract<Fetched, { type: 'document' }>,
  tally: Tally,
  signal: AbortSignal,
): Promise<Asked> {
  const digest = createHash('sha256').update(fetched.bytes).digest('base64');
  if (digest === health?.digest) return answered({ type: 'unchanged', fresh: fetched });
  const copied = await copyOf(room.feeds, fetched, { wanted: 'feed', at: room.clock() }, (_, entries) =>
    fileEntries(room, source.id, entries, tally, signal),
  );
  if (signal.aborted) return null;
  if (copied.format !== 'feed') return answered({ type: 'failed', why: whyNoFeed(copied) });
  await fileEntries(room, source.id, copied.entries, tally, signal);
  // What was filed stays; as the rest is missing, the feed is asked for all of it the next time.
  if (signal.aborted) return null;
  const { about, torn, problems } = copied;
  return answered({ type: 'read', fresh: fetched, about, digest, torn }, readingProblems(source, problems));
}
