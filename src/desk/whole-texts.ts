import type { ArticleId, Source } from '../news/index.ts';
import { atOnce } from './at-once.ts';
import type { Newsroom } from './newsroom.ts';
import { fetchWhole } from './fetch-whole.ts';

/** Pages of one source that are asked for together. Its host is one. */
const pagesAtOnce = { most: 2, patience: 30_000 };
/** The newest articles of a source whose pages are fetched: those that came since, and those that were not reached the last time. */
const newest = 30;

/** Fetches the pages of a source's newest articles that are not here yet, each once while the program runs. */
export async function wholeTexts(room: Newsroom, source: Source, signal: AbortSignal): Promise<void> {
  const { library } = room;
  const { rows } = library.headlines({ conditions: [], sort: 'newest' }, [source.id], { from: 'start', limit: newest });
  const missing = rows.map(({ id }) => id).filter((id) => !room.triedWhole.has(id) && isMissing(room, id));
  await atOnce(
    missing,
    pagesAtOnce,
    async (id) => {
      room.triedWhole.add(id);
      await fetchWhole(room, room.feeds, id, signal);
    },
    signal,
  );
}

function isMissing({ library }: Newsroom, id: ArticleId): boolean {
  const article = library.article(id);
  return (
    article !== null && article.address !== null && article.versions.length > 0 && !article.versions.includes('page')
  );
}
