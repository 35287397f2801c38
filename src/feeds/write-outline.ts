import { escapeMarkup } from '../markup/index.ts';
import type { OutlineFeed } from './outline.ts';

interface Folder {
  readonly name: string;
  readonly lines: (Folder | OutlineFeed)[];
}

/** Returns the feeds as OPML 2.0, in their folders and in order, where each folder stands where it is named first. */
export function writeOutline(title: string, feeds: readonly OutlineFeed[]): string {
  const root: Folder = { name: '', lines: [] };
  const folders = new Map<string, Folder>();
  for (const feed of feeds) folderOf(root, folders, feed.folders).lines.push(feed);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeMarkup(title)}</title></head>`,
    '  <body>',
    ...write(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function folderOf(root: Folder, folders: Map<string, Folder>, path: readonly string[]): Folder {
  return path.reduce((outer, name, depth) => {
    const key = JSON.stringify(path.slice(0, depth + 1));
    const known = folders.get(key);
    if (known) return known;
    const folder: Folder = { name, lines: [] };
    outer.lines.push(folder);
    folders.set(key, folder);
    return folder;
  }, root);
}

function write({ lines }: Folder, indent: string): readonly string[] {
  return lines.flatMap((line) => {
    if (!('name' in line)) return [`${indent}<outline${pairs(feedPairs(line))}/>`];
    const start = `${indent}<outline${pairs({ text: line.name, title: line.name })}>`;
    return [start, ...write(line, `${indent}  `), `${indent}</outline>`];
  });
}

function feedPairs({ title, written, site, categories }: OutlineFeed): Readonly<Record<string, string | null>> {
  const category = categories.map((steps) => `/${steps.join('/')}`).join(',');
  return { type: 'rss', text: title ?? written, title, xmlUrl: written, htmlUrl: site, category: category || null };
}

function pairs(values: Readonly<Record<string, string | null>>): string {
  const written = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null);
  return written.map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`).join('');
}
