import { cleanLine, say, type Safe } from '../text/index.ts';
import { addressKey, type ArticleId, type Source } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import type { Complaint, Context } from './verb.ts';

/** What was named on the command line: its sources, and its article if it is one. */
export interface Visited {
  readonly sources: readonly Source[];
  readonly article: ArticleId | null;
  readonly problems: readonly Complaint[];
}

/**
 * Returns the feed or page at an address that was typed. Of what is here already nothing is asked for but news of the feed. To open
 * something does not keep it, nor does it let go of what is kept.
 */
export async function visit(address: string, context: Context): Promise<Visited> {
  const library = await context.library();
  const feed = feedAt(address, library);
  if (feed) return visitFeed(feed, context, library);
  const here = library.articleWithAddress(address);
  if (here && (library.article(here)?.versions.length ?? 0) > 0) return visited(here, library);
  context.progress(say`Asking ${cleanLine(address)} …`);
  const found = await (await context.desk()).find(address, context.interrupt());
  switch (found.type) {
    case 'feed': {
      const made = { kind: 'feed', name: found.name, location: found.address, kept: false } as const;
      return visitFeed(feedAt(found.address, library) ?? library.keepSource(made), context, library);
    }
    case 'offers':
    case 'page':
      return visitPage(address, context, library);
    case 'failed':
      return failed(address, found.why);
    case 'cancelled':
      return failed(address, say`It was not waited for.`);
  }
}

/** Returns the feed at the address, however that is written, or null. */
export function feedAt(address: string, library: Library): Source | null {
  const key = addressKey(address);
  return library.sources().find(({ kind, location }) => kind === 'feed' && addressKey(location) === key) ?? null;
}

async function visitFeed(source: Source, context: Context, library: Library): Promise<Visited> {
  context.progress(say`Asking ${source.name} for news …`);
  const desk = await context.desk();
  const { problems } = await desk.refresh([source], !source.kept, () => undefined, context.interrupt());
  // A feed can have moved while it was asked.
  return { sources: library.sources().filter(({ id }) => id === source.id), article: null, problems };
}

async function visitPage(address: string, context: Context, library: Library): Promise<Visited> {
  const kept = new Set(library.sources().flatMap((source) => (source.kept ? source.id : [])));
  const outcome = await (await context.desk()).openPage(address, true, context.interrupt());
  if (outcome.type === 'cancelled') return failed(address, say`It was not waited for.`);
  if (outcome.type === 'failed') return failed(address, outcome.why);
  const page = visited(outcome.article, library);
  for (const { id } of page.sources) if (!kept.has(id)) library.changeSource(id, { kept: false });
  return outcome.wall ? { ...page, problems: failed(address, outcome.wall).problems } : page;
}

function visited(article: ArticleId, library: Library): Visited {
  const [headline] = library.headlinesOf([article]);
  return { sources: library.sources().filter(({ id }) => id === headline?.source), article, problems: [] };
}

function failed(address: string, detail: Safe): Visited {
  return { sources: [], article: null, problems: [{ kind: 'network', where: cleanLine(address), detail }] };
}
