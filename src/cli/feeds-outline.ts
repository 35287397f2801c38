import { webAddress } from '../address/index.ts';
import { cleanLine, say, type Safe } from '../text/index.ts';
import type { Health, Source } from '../news/index.ts';
import { writeOutline, type OutlineFeed } from '../feeds/index.ts';
import type { Library } from '../library/index.ts';
import { withoutCredentials } from './credentials.ts';
import type { Complaint, Outcome } from './verb.ts';

/**
 * Returns the kept feeds as OPML. The first tag of each is the folder it lies in, and all of them are its categories. A tag that a
 * category could not hold is another folder, in which the feed is named again.
 */
export function feedsOutline(library: Library): Outcome {
  const health = new Map(library.health().map((one) => [one.source, one]));
  const kept = library.sources().filter(({ kind, kept }) => kept && kind === 'feed');
  const feeds = kept.map((source) => ({ tags: source.tags, feed: outlineFeed(source, health.get(source.id)) }));
  const opml = writeOutline(
    'Also See',
    feeds.flatMap(({ tags, feed }) => inFolders(tags, feed)),
  );
  return {
    data: {
      feeds: feeds.map(({ tags, feed: { title, written, site } }) => ({ name: title, address: written, site, tags })),
      opml,
    },
    problems: kept.flatMap(withoutPassword),
    remarks: feeds.length === 0 ? [say`No feed is kept.`] : [],
    text: () => opml.trimEnd().split('\n'),
  };
}

function outlineFeed({ name, location }: Source, health: Health | undefined): OutlineFeed {
  const written = cleanLine(withoutCredentials(location));
  const address = webAddress(written);
  return { title: name, written, address, site: health?.site ?? null, folders: [], categories: [] };
}

/** Categories are parted by commas, and their steps by slashes. */
const fitsCategory = (tag: Safe): boolean => !/[,/]/.test(tag);

function inFolders(tags: readonly Safe[], feed: OutlineFeed): readonly OutlineFeed[] {
  const [first, ...others] = tags;
  const categories = tags.filter(fitsCategory).map((tag) => [tag]);
  const again = others.filter((tag) => !fitsCategory(tag)).map((tag) => ({ ...feed, folders: [tag] }));
  return [{ ...feed, folders: first === undefined ? [] : [first], categories }, ...again];
}

function withoutPassword({ name, location }: Source): readonly Complaint[] {
  if (withoutCredentials(location) === location) return [];
  const detail = say`written without the name and password that its address has here`;
  return [{ kind: 'address', where: name, detail }];
}
