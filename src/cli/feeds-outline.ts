import { webAddress } from '../address/index.ts';
import { cleanLine, say } from '../text/index.ts';
import type { Health, Source } from '../news/index.ts';
import { writeOutline, type OutlineFeed } from '../feeds/index.ts';
import type { Library } from '../library/index.ts';
import type { Complaint, Outcome } from './verb.ts';

/** Returns the kept feeds as OPML. The first tag of each is the folder it lies in, and all of them are its categories. */
export function feedsOutline(library: Library): Outcome {
  const health = new Map(library.health().map((one) => [one.source, one]));
  const kept = library.sources().filter(({ kind, kept }) => kept && kind === 'feed');
  const feeds = kept.map((source) => outlineFeed(source, health.get(source.id)));
  const opml = writeOutline('Also See', feeds);
  return {
    data: {
      feeds: feeds.map(({ title, written, site, categories }) => ({
        name: title,
        address: written,
        site,
        tags: categories.flat(),
      })),
      opml,
    },
    problems: kept.flatMap(withoutPassword),
    remarks: feeds.length === 0 ? [say`No feed is kept.`] : [],
    text: () => opml.trimEnd().split('\n'),
  };
}

function outlineFeed({ name, location, tags }: Source, health: Health | undefined): OutlineFeed {
  const written = cleanLine(withoutCredentials(location));
  return {
    title: name,
    written,
    address: webAddress(written),
    site: health?.site ?? null,
    folders: tags.slice(0, 1),
    categories: tags.map((tag) => [tag]),
  };
}

/** A file that is handed on must not hold the reader's passwords. */
function withoutCredentials(location: string): string {
  const url = URL.parse(location);
  if (!url || (url.username === '' && url.password === '')) return location;
  url.username = '';
  url.password = '';
  return url.href;
}

function withoutPassword({ name, location }: Source): readonly Complaint[] {
  if (withoutCredentials(location) === location) return [];
  const detail = say`written without the name and password that its address has here`;
  return [{ kind: 'address', where: name, detail }];
}
