import { readOutline, type OutlineFeed } from '../feeds/index.ts';
import type { Reading } from '../news/index.ts';
import { say, type Safe } from '../text/index.ts';
import { carried, type Carried, type CarriedFeed } from './carried.ts';
import { distinctTags } from './gather.ts';

/** Characters in which the root element of an outline is looked for: comments may stand before it. */
const looked = 8192;

/** Returns the feeds of a list in OPML, with the folders that they lie in as tags; null when the text is none. */
export function readFeedOutline(text: string, bytes: Uint8Array, where: Safe): Reading<Carried | null> | null {
  if (!/<(?:opml|outlineDocument)[\s>]/i.test(text.slice(0, looked))) return null;
  const { value, problems } = readOutline(bytes, { address: where });
  return { value: value && carried(say`a list of feeds (OPML)`, { feeds: value.feeds.flatMap(feedOf) }), problems };
}

function feedOf({ address, title, folders, categories }: OutlineFeed): readonly CarriedFeed[] {
  return address === null ? [] : [{ address, name: title, tags: distinctTags([...folders, ...categories.flat()]) }];
}
