import { cleanLine, say, type Safe } from '../../src/text/index.ts';
import {
  untouched,
  type Article,
  type ArticleId,
  type Condition,
  type Headline,
  type Link,
  type Mark,
  type Query,
  type Prose,
  type Source,
  type SourceId,
  type Status,
} from '../../src/news/index.ts';
import type { Library, NewSource } from '../../src/library/index.ts';

/** An article for tests: what is not given is plain. Links name their target by id. */
export interface Written {
  readonly id: string;
  readonly title: string;
  readonly kind?: 'news' | 'backgrounder';
  readonly summary?: string;
  readonly byline?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly words?: number;
  readonly tags?: readonly string[];
  readonly address?: string;
  readonly path?: string;
  readonly body?: Prose;
  readonly links?: readonly (Link & { readonly to?: string })[];
  readonly status?: Partial<Status>;
}

export const shipped: Source = {
  id: 'also-see' as SourceId,
  kind: 'folder',
  name: say`Also See`,
  location: '/content',
  kept: true,
  tags: [],
  paused: false,
  whole: false,
};

/** Returns a library in memory that holds the articles, in the order given. Only what the verbs ask for is there. */
export function fakeLibrary(written: readonly Written[], given: readonly Source[] = [shipped]): Library {
  let sources = given;
  const sessions = new Map<string, unknown>();
  const statuses = new Map(written.map((one) => [one.id, { ...untouched, ...one.status }]));
  const headline = (one: Written): Headline => ({
    id: one.id as ArticleId,
    kind: one.kind ?? 'news',
    title: cleanLine(one.title),
    summary: one.summary === undefined ? null : cleanLine(one.summary),
    byline: one.byline === undefined ? null : cleanLine(one.byline),
    publisher: cleanLine(one.publisher ?? 'Also See'),
    source: sources[0]!.id,
    published: one.published === undefined ? null : Date.parse(one.published),
    words: one.words ?? 500,
    tags: (one.tags ?? []).map(cleanLine),
    status: statuses.get(one.id)!,
    alsoSee: countOf(one, 'also-see'),
    background: countOf(one, 'background'),
    corrected: false,
    linkedFrom: written.filter((other) => other.links?.some(({ to }) => to === one.id)).length,
  });
  const all = () => written.map(headline);
  const find = (id: string) => all().find((one) => one.id === id) ?? null;
  const article = (one: Written): Article => ({
    ...headline(one),
    body: one.body ?? [],
    links: (one.links ?? []).map(({ to, ...link }) => ({ ...link, target: to ? find(to) : null, guess: null })),
    linkedFromArticles: all().filter((_, index) => written[index]!.links?.some(({ to }) => to === one.id)),
    picture: null,
    place: null,
    address: (one.address ?? null) as Safe | null,
    authorNote: null,
    language: null,
    updated: null,
    path: one.path ?? null,
    version: 'filed',
    versions: ['filed'],
    problems: [],
  });
  const library = {
    connections: { waiting: () => [] },
    sources: () => sources,
    keepSource: (source: NewSource): Source => ({
      tags: [],
      paused: false,
      whole: false,
      ...source,
      id: 'new' as SourceId,
    }),
    changeSource(id: SourceId, change: Partial<Source>) {
      sources = sources.map((source) => (source.id === id ? { ...source, ...change } : source));
      return sources.find((source) => source.id === id) ?? null;
    },
    removeSource(id: SourceId) {
      sources = sources.filter((source) => source.id !== id);
    },
    health: () => [],
    activity: (scope: readonly SourceId[]) => new Map(scope.map((id) => [id, [0, 1, 2, 0, 4, 8, 3, 5]])),
    session: (name: string) => sessions.get(name),
    saveSession: (name: string, value: unknown) => void sessions.set(name, value),
    problems: () => [],
    headlines(query: { conditions: readonly Condition[] }, _: unknown, page: { from: unknown; limit: number }) {
      const rows = all().filter((one) => query.conditions.every((condition) => meets(one, condition)));
      const after = (page.from as { after?: Headline }).after;
      const first = after ? rows.findIndex(({ id }) => id === after.id) + 1 : 0;
      return { rows: rows.slice(first, first + page.limit), total: rows.length, first };
    },
    counts: (queries: readonly unknown[]) => queries.map(() => written.length),
    headlinesOf: (ids: readonly ArticleId[]) => ids.flatMap((id) => find(id) ?? []),
    article(id: ArticleId) {
      const one = written.find((other) => other.id === id);
      return one ? article(one) : null;
    },
    idsStarting: (start: string, limit: number) =>
      all()
        .map(({ id }) => id)
        .filter((id) => id.startsWith(start))
        .slice(0, limit),
    articleAt: (_: SourceId, path: string) =>
      (written.find((one) => one.path === path)?.id ?? null) as ArticleId | null,
    articleWithAddress: (address: string) =>
      (written.find((one) => one.address === address)?.id ?? null) as ArticleId | null,
    search: ({ conditions }: Query) =>
      all()
        .filter((one) => conditions.every((condition) => meets(one, condition)))
        .map((one) => ({
          headline: one,
          place: null,
          snippet: [
            { text: say`… about `, hit: false },
            {
              text: cleanLine(conditions.flatMap((one) => (one.type === 'text' ? one.words : [])).join(' ')),
              hit: true,
            },
          ],
        })),
    markAll({ conditions }: Query, _: unknown, mark: Mark) {
      const ids = all().filter((one) => conditions.every((condition) => meets(one, condition)));
      return library.mark(
        ids.map(({ id }) => id),
        mark,
      );
    },
    mark(ids: readonly ArticleId[], mark: Mark) {
      const articles = ids.filter((id) => changes(statuses.get(id)!, mark));
      for (const id of articles) statuses.set(id, { ...statuses.get(id)!, ...mark });
      return articles.length === 0 ? null : { articles, mark, verb: 'marked' };
    },
    together: <Result>(work: () => Result) => work(),
    examine: () => ({ version: 9, sound: true }),
    close() {},
  };
  return library as unknown as Library;
}

function countOf({ links }: Written, relation: Link['relation']): number {
  return (links ?? []).filter((link) => link.relation === relation).length;
}

function changes(status: Status, mark: Mark): boolean {
  return Object.entries(mark).some(([key, value]) => status[key as keyof Status] !== value);
}

function meets(one: Headline, condition: Condition): boolean {
  switch (condition.type) {
    case 'read':
      return condition.states.includes(one.status.read);
    case 'bookmarked':
      return one.status.bookmarked;
    case 'opened':
      return one.status.readAt !== null;
    case 'kind':
      return one.kind === condition.kind;
    case 'tag':
      return (one.tags as readonly string[]).includes(condition.tag);
    case 'source':
      return one.source === condition.source;
    case 'text':
      return condition.words
        .toLowerCase()
        .split(' ')
        .every((word) => one.title.toLowerCase().includes(word));
    default:
      break;
  }
  return true;
}
