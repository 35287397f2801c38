import { escapeMarkup } from '../markup/index.ts';
import type { OutlineFeed } from './outline.ts';

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly feeds: OutlineFeed[];
}

/** Returns the feeds as OPML 2.0 in their folders. Reading it gives the same feeds. */
export function writeOutline(title: string, feeds: readonly OutlineFeed[]): string {
  const root: Folder = { folders: new Map(), feeds: [] };
  for (const feed of feeds) folderOf(root, feed.folders).feeds.push(feed);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeMarkup(title)}</title></head>`,
    '  <body>',
    ...lines(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function folderOf(root: Folder, path: readonly string[]): Folder {
  return path.reduce((folder, name) => {
    const inner = folder.folders.get(name) ?? { folders: new Map<string, Folder>(), feeds: [] };
    folder.folders.set(name, inner);
    return inner;
  }, root);
}

function lines({ folders, feeds }: Folder, indent: string): readonly string[] {
  const within = [...folders].flatMap(([name, folder]) => [
    `${indent}<outline${pairs({ text: name, title: name })}>`,
    ...lines(folder, `${indent}  `),
    `${indent}</outline>`,
  ]);
  return [...feeds.map((feed) => `${indent}<outline${pairs(feedPairs(feed))}/>`), ...within];
}

function feedPairs({ title, address, site, categories }: OutlineFeed): Readonly<Record<string, string | null>> {
  const category = categories.map((steps) => `/${steps.join('/')}`).join(',');
  return { type: 'rss', text: title ?? address, title, xmlUrl: address, htmlUrl: site, category: category || null };
}

function pairs(values: Readonly<Record<string, string | null>>): string {
  const written = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null);
  return written.map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`).join('');
}
