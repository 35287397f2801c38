import type { Outline, OutlineFeed } from '../../feeds/index.ts';
import type { OutlineInspection } from '../../desk/index.ts';
import { join, say, type Safe } from '../../text/index.ts';
import type { Paint } from '../verb.ts';
import { wrapWords } from '../wrap.ts';
import { fieldLines } from './fields.ts';
import type { Telling } from './telling.ts';

/** Tells of a list of feeds: its folders, and the feeds in each. */
export function tellOutline({ format, outline, why }: OutlineInspection): Telling {
  return {
    data: { format, outline: outline && record(outline), why },
    nothing: outline === null,
    text: (width, paint) => [
      ...why.flatMap((sentence) => wrapWords(sentence, width, '')),
      ...(outline ? ['', ...outlineLines(outline, width, paint)] : []),
    ],
  };
}

function record({ title, owner, feeds }: Outline) {
  return {
    title,
    owner,
    feeds: feeds.map(({ title: name, address, site, folders, categories }) => ({
      title: name,
      address,
      site,
      folders,
      categories,
    })),
  };
}

function outlineLines({ title, owner, feeds }: Outline, width: number | null, paint: Paint): readonly string[] {
  const folders = Map.groupBy(feeds, (feed) => join(feed.folders, say` / `));
  return [
    ...fieldLines({ title, owner }, width, paint),
    ...[...folders].flatMap(([folder, inside]) => folderLines(folder, inside, width, paint)),
  ];
}

function folderLines(folder: Safe, feeds: readonly OutlineFeed[], width: number | null, paint: Paint) {
  const heading = folder === '' ? [''] : ['', ...wrapWords(paint('strong', folder), width, '')];
  const indent = folder === '' ? '' : '  ';
  const lines = feeds.flatMap(({ title, written, address }) => [
    ...wrapWords(title ?? written, width, indent),
    ...wrapWords(paint('quiet', address ?? written), width, `${indent}  `),
  ]);
  return [...heading, ...lines];
}
