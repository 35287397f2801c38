import type { Library } from '../../src/library/index.ts';
import type { ArticleId, Condition, Headline, Query, Sort } from '../../src/news/index.ts';
import type { Asked } from '../../src/query/meets.ts';
import { cleanLine } from '../../src/text/index.ts';
import { day, entry, keep, link, now, open, paragraphs } from './shelf.ts';

/** Returns a source of numbers from 0 up to 1 that is the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const vocabulary =
  `rwanda congo minister ministers election elections élection plan planned plane news new talk talks talking house
  country countries Kigali Goma 外交 部长 访问 卢旺达 министр министра выборы report reports reporting re-election U.S. 2025 1,500 été
  ministro ministra wahl wahlen regierung 대통령 대통령은 naïve Straße`.split(/\s+/);
const publishers = ['Kathmandu Post', 'The Express', 'BBC & Co', 'Le Monde'];
const bylines = ['News Desk', 'Ada Minister', 'N. Plan'];
const tags = ['trade', 'Foreign Policy', 'asia', 'Élections'];
const languages = ['en', 'en-GB', 'fr', 'zh'];
const addresses = ['https://www.bbc.co.uk/news/1', 'https://bbc.co.uk/sport', 'https://example.org/a?b=1'];

/** Files some hundred articles that differ in all that can be asked for, and returns them as a plain filter sees them. */
export function randomShelf(
  seed: number,
  many: number,
): { readonly library: Library; readonly articles: readonly Asked[] } {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const some = <T>(list: readonly T[], most: number): readonly T[] =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(list));
  const library = open();
  const source = library.changeSource(keep(library).id, { tags: [cleanLine('africa')] })!;
  const told = Array.from({ length: many }, (_, index) => {
    const targets = some(addresses, 2);
    const inside = some(['article-1', 'article-2'], 1);
    return {
      id: `article-${index}`,
      title: `${some(vocabulary, 5).join(' ')} ${index}`.trim(),
      summary: random() < 0.6 ? some(vocabulary, 6).join(' ') : undefined,
      publisher: random() < 0.6 ? pick(publishers) : undefined,
      byline: random() < 0.5 ? pick(bylines) : null,
      kind: random() < 0.2 ? ('backgrounder' as const) : ('news' as const),
      published: random() < 0.1 ? null : day(1, 1) + Math.floor(random() * 300) * 86_400_000,
      words: Math.floor(random() * 2000),
      tags: [...new Set(some(tags, 2))],
      body: Array.from({ length: 1 + Math.floor(random() * 3) }, () => some(vocabulary, 12).join(' ')).join('\n\n'),
      language: random() < 0.7 ? pick(languages) : null,
      picture: random() < 0.4,
      links: [
        ...targets.map((to) => link(to)),
        ...inside.map((to) => link(`${to}.md`, 'x', random() < 0.5 ? 'background' : 'inline')),
      ],
    };
  });
  const entries = told.map(({ summary, publisher, byline, language, picture, ...rest }) => ({
    ...entry({ ...rest, ...(summary !== undefined && { summary }), ...(publisher !== undefined && { publisher }) }),
    byline: byline === null ? null : cleanLine(byline),
    language: language === null ? null : cleanLine(language),
    picture: picture ? { address: null, alt: cleanLine('x'), caption: null, credit: null } : null,
  }));
  library.file(source.id, entries, now);
  const ids = told.map(({ id }) => id as ArticleId);
  mark(library, ids, random);
  const headlines = new Map(library.headlinesOf(ids).map((headline) => [headline.id, headline]));
  const articles = told.map((one) => asked(headlines.get(one.id as ArticleId)!, one, source.name));
  return { library, articles };
}

function mark(library: Library, ids: readonly ArticleId[], random: () => number): void {
  for (const id of ids) {
    if (random() < 0.3) library.mark([id], { bookmarked: true }, now);
    if (random() < 0.2) library.notePlace(id, null, random() < 0.5 ? 0.5 : 1, now);
    else if (random() < 0.3) library.mark([id], { read: 'read' }, now);
    if (random() < 0.2) library.mark([id], { tags: [cleanLine('own tag')] }, now);
  }
}

interface Told {
  readonly body: string;
  readonly language: string | null;
  readonly picture: boolean;
  readonly links: readonly { readonly address: string | null }[];
}

function asked(headline: Headline, { body, language, picture, links }: Told, sourceName: string): Asked {
  const text = paragraphs(body).map((block) => ('spans' in block ? block.spans.map((span) => span.text).join('') : ''));
  return {
    ...headline,
    sourceName,
    sourceLocation: '/news',
    sourceTags: ['africa'],
    body: text.filter(Boolean).join('\n'),
    language,
    hasImage: picture,
    links: links.map(({ address }) => ({
      address,
      target: address?.endsWith('.md') ? (address.slice(0, -3) as ArticleId) : null,
    })),
    story: null,
    followed: false,
  };
}

const patterns = ['minis\\w+', '^the', 'kath|rwan', '[0-9]{2}$', '\\bplan\\b', 'ele(c|k)tions?'];
const sorts: readonly Sort[] = ['newest', 'oldest', 'title', 'longest', 'shortest', 'publisher'];

/** Returns a query made by chance: conditions, in one another up to three deep. */
export function randomQuery(random: () => number): Query {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const condition = (depth: number): Condition => {
    const roll = random();
    if (depth < 3 && roll < 0.15) return { type: 'not', condition: condition(depth + 1) };
    if (depth < 3 && roll < 0.4) {
      const conditions = Array.from({ length: 1 + Math.floor(random() * 3) }, () => condition(depth + 1));
      return { type: roll < 0.28 ? 'any' : 'all', conditions };
    }
    return leaf();
  };
  const leaf = (): Condition => {
    switch (Math.floor(random() * 16)) {
      case 0:
        return { type: 'read', states: pick([['unread'], ['reading'], ['read'], ['unread', 'reading'], []] as const) };
      case 1:
        return pick([{ type: 'bookmarked' }, { type: 'opened' }, { type: 'muted' }] as const);
      case 2:
        return { type: 'kind', kind: pick(['news', 'backgrounder'] as const) };
      case 3:
        return { type: 'from', name: pick([...publishers, 'express', 'the news', 'nobody', 'bbc']) };
      case 4:
        return pick<Condition>([
          { type: 'tag', tag: pick([...tags, 'OWN TAG', 'africa', 'none']) },
          { type: 'tag', tag: pick(['tra', 'own', 'for']), begins: true },
        ]);
      case 5:
        return {
          type: 'link',
          to: pick(['article-1', 'bbc.co.uk', 'bbc.co.uk/news', 'example.org/a', 'nowhere.example']),
        };
      case 6:
        return { type: 'has', what: pick(['image', 'links', 'background'] as const) };
      case 7:
        return { type: 'language', language: pick(['en', 'en-gb', 'fr', 'de']) };
      case 8:
        return {
          type: 'pattern',
          pattern: pick(patterns),
          ...pick([{}, { within: 'title' }, { within: 'body' }] as const),
        };
      case 9: {
        const from = random() < 0.7 ? day(1, 1) + Math.floor(random() * 300) * 86_400_000 : null;
        return { type: 'published', from, until: from !== null && random() < 0.5 ? null : day(8, 1) };
      }
      case 10:
        return pick<Condition>([
          { type: 'length', least: Math.floor(random() * 2000), most: null },
          { type: 'length', least: null, most: Math.floor(random() * 2000) },
        ]);
      default:
        return words();
    }
  };
  const words = (): Condition => {
    const many = random() < 0.25 ? 2 : 1;
    const text = Array.from({ length: many }, () => pick(vocabulary)).join(' ');
    const within = pick([undefined, undefined, undefined, 'title', 'body', 'author'] as const);
    return {
      type: 'text',
      words: text,
      ...(within && { within }),
      ...(random() < 0.2 && /[a-z]{3}$/.test(text) && !within && text.length > 5 && { begins: true as const }),
      ...(random() < 0.3 && { exactly: true as const }),
    };
  };
  const conditions = Array.from({ length: 1 + Math.floor(random() * 3) }, () => condition(0));
  return { conditions, sort: pick(sorts) };
}
