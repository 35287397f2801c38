import { decode, parseHtml } from '../../markup/index.ts';
import { chooseArticle } from './choose.ts';
import { readBlocks, type Written } from './blocks.ts';
import { baseOf } from './addresses.ts';
import { takeOutFurniture, takeOutUnseen } from './furniture.ts';
import { grow, within, wordsOf, type Part } from './tree.ts';
import { readByline } from './authors.ts';
import { readTimes } from './published.ts';
import { readLead } from './lead.ts';
import { readExcerpt, readLanguage } from './excerpt.ts';
import { withoutEdges } from './edges.ts';
import { readHead } from './head.ts';
import { readSite } from './site.ts';
import { readTitle } from './title.ts';
import { wordCount } from '../../prose/index.ts';
import { findStandfirst } from './standfirst.ts';
import { trim } from './trim.ts';

export function readPage(bytes: Uint8Array | string, { address, contentType }: { address?: string; contentType?: string }) {
  const html = typeof bytes === 'string' ? bytes : decode(bytes, contentType ?? null).text;
  const { nodes } = parseHtml(html);
  const base = baseOf(grow(nodes), address ?? null);
  const tree = grow(nodes);
  const parts = within(tree);
  const head = readHead(parts);
  const site = readSite(head);
  const title = readTitle(parts, head, site);
  const byline = readByline(parts, head, title?.heading ?? null, site);
  const times = readTimes(parts, head, title?.heading ?? null, address ?? null);
  let best: Written | null = null;
  for (const attempt of attempts) {
    const written = read(grow(nodes), attempt, base, title?.words ?? null);
    const words = wordCount(written.body);
    if (!best || words > wordCount(best.body) * 1.5) best = written;
    if (words >= enough) break;
  }
  const links = [...best!.links];
  const host = URL.parse(address ?? '')?.host ?? null;
  const body = withoutEdges(best!.body, links, { title: title?.words ?? null, byline, host });
  return { value: { body, links, title: title?.words ?? null, siteName: site, byline, times, leadImage: readLead(head, base), excerpt: readExcerpt(head), language: readLanguage(head) }, problems: [] };
}
const enough = 80;

interface Attempt {
  readonly hidden: boolean;
  readonly furniture: boolean;
}

const attempts: readonly Attempt[] = [
  { hidden: false, furniture: false },
  { hidden: false, furniture: true },
  { hidden: true, furniture: false },
  { hidden: true, furniture: true },
];

function read(root: Part, { hidden, furniture }: Attempt, base: string | null, title: string | null): Written {
  const all = within(root);
  const heading = all.find((part) => /^h[1-3]$/.test(part.tag) && wordsOf(part) === title) ?? null;
  takeOutUnseen(root, hidden);
  if (!furniture) takeOutFurniture(root);
  const { parts, measures } = chooseArticle(root);
  for (const part of parts) trim(part, measures);
  const deck = process.env.NODECK ? null : findStandfirst(within(root), heading, parts);
  return readBlocks(deck ? [{ ...deck, tag: 'p' }, ...parts] : parts, base);
}
