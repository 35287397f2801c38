import { createHash } from 'node:crypto';
import { addressKey, type Problem, type Reading, type Source } from '../news/index.ts';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Fetched } from '../web/index.ts';
import { feedTypes } from './ask-feed.ts';
import type { FeedAbout } from './copy.ts';
import { copyOf } from './copying.ts';
import { fileEntries, type Tally } from './filing.ts';
import { writtenAddress } from './find.ts';
import type { Newsroom } from './newsroom.ts';
import { namelessName, note } from './noting.ts';
import { mayLieInside } from './own-network.ts';
import { refresh } from './refresh.ts';
import { readingProblems, whyNoFeed, whyNot } from './told.ts';

/** A feed that the reader chose. */
export interface ChosenFeed {
  readonly address: string;
  /** What the reader calls it; else it is called as it calls itself. */
  readonly name?: Safe;
  readonly tags?: readonly Safe[];
}

/** Keeps a feed as a source and takes in its entries. What is no feed, or cannot be reached, is not kept. One that is here already is asked for news. */
export async function keepFeed(room: Newsroom, feed: ChosenFeed, signal: AbortSignal): Promise<Reading<Source | null>> {
  const address = writtenAddress(feed.address);
  if (address === null) return none(cleanLine(feed.address), say`This is not a web address.`);
  const known = sourceAt(room, address);
  if (known) return keepAgain(room, known, feed, signal);
  const web = await room.web();
  const mayBePrivate = mayLieInside(room.library, address);
  const fetched = await web.get({ address, mayBePrivate, accept: feedTypes }, signal);
  if (fetched.type === 'cancelled') return { value: null, problems: [] };
  if (fetched.type !== 'document') return none(address, whyNot(fetched));
  return takeIn(room, { ...feed, address }, fetched, signal);
}

/** However the address is written: with https or without, with "www." or without. */
function sourceAt({ library }: Newsroom, address: Safe): Source | null {
  const key = addressKey(address);
  return library.sources().find(({ kind, location }) => kind === 'feed' && addressKey(location) === key) ?? null;
}

async function keepAgain(room: Newsroom, known: Source, { name, tags = [] }: ChosenFeed, signal: AbortSignal) {
  const change = { kept: true, name: name ?? known.name, tags: [...new Set([...known.tags, ...tags])] };
  const source = room.library.changeSource(known.id, change) ?? known;
  const { problems } = await refresh(room, [source], true, () => undefined, signal);
  return { value: room.library.sources().find(({ id }) => id === source.id) ?? source, problems };
}

async function takeIn(
  room: Newsroom,
  feed: ChosenFeed,
  fetched: Extract<Fetched, { type: 'document' }>,
  signal: AbortSignal,
): Promise<Reading<Source | null>> {
  const tally: Tally = { added: [], changed: 0, problems: [] };
  let source: Source | null = null;
  const sourceFor = (about: FeedAbout): Source => (source ??= newSource(room, feed, about));
  const copied = await copyOf(room.documents, fetched, { wanted: 'feed', at: room.clock() }, (about, entries) =>
    fileEntries(room, sourceFor(about).id, entries, tally, signal),
  );
  if (signal.aborted) return { value: source, problems: [] };
  if (copied.format !== 'feed') return none(fetched.address, whyNoFeed(copied));
  const { about, torn } = copied;
  const kept = sourceFor(about);
  await fileEntries(room, kept.id, copied.entries, tally, signal);
  if (signal.aborted) return { value: kept, problems: [] };
  const digest = createHash('sha256').update(fetched.bytes).digest('base64');
  const answer = { type: 'read', fresh: fetched, about, digest, torn } as const;
  const reading = readingProblems(kept, copied.problems);
  const problems = note(room, { source: kept, before: null, answer, reading });
  return { value: kept, problems: [...problems, ...tally.problems] };
}

function newSource({ library }: Newsroom, { address, name, tags = [] }: ChosenFeed, { title }: FeedAbout): Source {
  return library.keepSource({
    kind: 'feed',
    name: name ?? title ?? namelessName(address),
    location: address,
    kept: true,
    tags,
  });
}

function none(where: Safe, detail: Safe): { readonly value: null; readonly problems: readonly Problem[] } {
  return { value: null, problems: [{ kind: 'network', where, detail }] };
}
