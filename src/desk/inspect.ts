import { say, type Safe } from '../text/index.ts';
import type { Entry, Link, Problem, Reading } from '../news/index.ts';
import { parsePlain, readEntry } from '../catalog/index.ts';
import { decodePlain } from '../encoding/index.ts';
import { discoverFeeds, readFeed, readOutline } from '../feeds/index.ts';
import { readPage, readPageText } from '../pages/index.ts';
import type {
  FeedInspection,
  Format,
  Inspection,
  OutlineInspection,
  PageInspection,
  Paper,
  TextInspection,
} from './paper.ts';
import { byLines, recognise, type Recognition } from './recognise.ts';

const names: Readonly<Record<Format, Safe>> = {
  markdown: say`Markdown`,
  'page-text': say`the text of a page`,
  feed: say`a feed`,
  outline: say`a list of feeds`,
  'web-page': say`a web page`,
};

/**
 * Returns what is made of a document. With `plain`, for what took too long before, nothing is parsed: text is shown as it
 * is, and of the other formats nothing is told but what they were taken for.
 */
export function inspect(paper: Paper, plain: boolean): Reading<Inspection> {
  const decided = recognised(paper);
  const { value, problems } = read(paper, decided.format, plain);
  const because = say`Read as ${names[decided.format]}: ${decided.because}.`;
  return { value: { ...value, why: [because, ...value.why] }, problems };
}

function recognised(paper: Paper): Recognition {
  if (paper.asked === 'page-text') return { format: 'page-text', because: say`it was asked for so` };
  return paper.asked === 'text' ? byLines(paper.bytes) : recognise(paper);
}

function read(paper: Paper, format: Format, plain: boolean): Reading<Inspection> {
  switch (format) {
    case 'feed':
      return plain ? unread({ format, feed: null, why: [] }) : asFeed(paper);
    case 'outline':
      return plain ? unread({ format, outline: null, why: [] }) : asOutline(paper);
    case 'web-page':
      return plain ? unread({ format, page: null, offers: { named: [], likely: [] }, why: [] }) : asWebPage(paper);
    case 'markdown':
    case 'page-text':
      return asText(paper, format, plain);
  }
}

function unread(value: Inspection): Reading<Inspection> {
  return { value, problems: [] };
}

function asFeed({ bytes, ...from }: Paper): Reading<FeedInspection> {
  const { value: feed, problems } = readFeed(bytes, from);
  const why = feed
    ? [say`It is in ${families[feed.format]} and has ${counted(feed.entries.length, say`entry`, say`entries`)}.`]
    : [];
  return { value: { format: 'feed', feed, why }, problems };
}

const families = { rss: say`RSS`, rdf: say`RDF (RSS 1.0)`, atom: say`Atom`, json: say`JSON Feed` } as const;

function asOutline({ bytes, ...from }: Paper): Reading<OutlineInspection> {
  const { value: outline, problems } = readOutline(bytes, from);
  const why = outline ? [say`It names ${counted(outline.feeds.length, say`feed`, say`feeds`)}.`] : [];
  return { value: { format: 'outline', outline, why }, problems };
}

function asWebPage({ bytes, ...from }: Paper): Reading<PageInspection> {
  const { value: page, problems } = readPage(bytes, from);
  const offers = discoverFeeds(bytes, from);
  const offered = say`It offers ${counted(offers.named.length, say`feed`, say`feeds`)}.`;
  const why = page
    ? [
        say`Its article has ${counted(page.words, say`word`, say`words`)} and ${counted(page.links.length, say`link`, say`links`)}.`,
        offered,
      ]
    : [offered];
  return { value: { format: 'web-page', page, offers, why }, problems };
}

function counted(count: number, one: Safe, many: Safe): Safe {
  return say`${count} ${count === 1 ? one : many}`;
}

function asText({ name, bytes }: Paper, format: TextInspection['format'], plain: boolean): Reading<TextInspection> {
  const { text, complaint } = decodePlain(bytes);
  const { value, problems } =
    format === 'page-text' && !plain ? asPageText(text) : asMarkdown(name ?? 'page.md', text, plain);
  const where = value.article?.title ?? say`the text`;
  const unreadable: readonly Problem[] = complaint ? [{ kind: 'unreadable', where, detail: complaint }] : [];
  return { value: { ...value, format }, problems: [...unreadable, ...problems] };
}

function asPageText(text: string): Reading<Omit<TextInspection, 'format'>> {
  const { value, problems } = readPageText(text);
  const { article, pieces, site, why } = value;
  return { value: { article, pieces, site, why, links: article.links }, problems };
}

function asMarkdown(path: string, text: string, plain: boolean): Reading<Omit<TextInspection, 'format'>> {
  const { value, problems } = plain ? readEntry(path, text, parsePlain) : readEntry(path, text);
  return {
    value: {
      article: value,
      links: value?.links ?? [],
      pieces: [],
      site: null,
      why: value ? told(value, text) : [say`It is a draft.`],
    },
    problems,
  };
}

function told(article: Entry, text: string): readonly Safe[] {
  const hasMatter = /^\ufeff?(?:---|\+\+\+)/.test(text);
  const count = (relation: Link['relation']) => article.links.filter((link) => link.relation === relation).length;
  return [
    hasMatter ? say`Front matter stands between the fences at its beginning.` : say`It has no front matter.`,
    say`${article.words} words, ${count('also-see')} “Also see” links, ${count('background')} background links, ${count('inline')} links in the text.`,
  ];
}
