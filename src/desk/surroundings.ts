import { say, type Safe } from '../text/index.ts';
import type { Article, ArticleId, Headline, Related, SourceId, Story, Surroundings } from '../news/index.ts';
import {
  backgroundOf,
  neighboursOf,
  profileOf,
  relatedTo,
  type Neighbour,
  type Related as Found,
  type Subject,
} from '../related/index.ts';
import type { Library } from '../library/index.ts';

/** What is shown of each at most. */
const most = { background: 5, related: 8 } as const;
/** Articles that are read beyond those shown, since some of them are shown elsewhere already: links that an article may well have. */
const spare = 40;

/** An article and what it is compared by. */
export interface Asked {
  readonly article: Article;
  readonly subject: Subject;
  readonly neighbours: readonly Neighbour[];
}

/** What is looked at, and which sources stand apart from the rest. */
export interface Sight {
  readonly library: Library;
  readonly isApart: (source: SourceId) => boolean;
}

/** Returns what stands around an article beyond its own links; nothing around one that is not here. */
export function surroundings(sight: Sight, id: ArticleId): Surroundings {
  const { library } = sight;
  const asked = ask(sight, id);
  if (!asked) return { background: [], related: [], story: null };
  const background = backgroundFor(library, asked, most.background);
  return { background, related: relatedFor(library, asked, background, most.related), story: storyAround(library, id) };
}

/** Reads an article to compare it: also one that is not connected yet, so that nothing waits for that. */
export function ask({ library, isApart }: Sight, id: ArticleId): Asked | null {
  const { connections, index } = library;
  const article = library.article(id);
  const ref = connections.refOf(id);
  const text = ref === null ? null : connections.read(ref);
  if (!article || !text || isApart(article.source)) return null;
  const profile = profileOf(text, index);
  const subject = { ...profile, article: text.article, published: text.published, story: text.story };
  return { article, subject, neighbours: neighboursOf(subject, index) };
}

/** Returns what explains the article: what it names itself, and then what was found, without what it links to anyway. */
export function backgroundFor(library: Library, asked: Asked, limit: number): readonly Related[] {
  const { article, subject, neighbours } = asked;
  const own = targetsOf(article, 'background').map((headline) => ({ headline, why: [say`named in the text`] }));
  const found = backgroundOf(subject, library.index, { limit: limit + spare, neighbours });
  const linked = new Set<ArticleId>(targetsOf(article).map(({ id }) => id));
  const others = told(library, found).filter(({ headline }) => !linked.has(headline.id));
  return [...own, ...others].slice(0, limit);
}

/** Returns what is related to the article, without what it links to and what is its background. */
export function relatedFor(
  library: Library,
  { article, subject, neighbours }: Asked,
  background: readonly Related[],
  limit: number,
): readonly Related[] {
  const elsewhere = new Set<ArticleId>(
    [...targetsOf(article), ...background.map(({ headline }) => headline)].map(({ id }) => id),
  );
  const found = relatedTo(subject, library.index, { limit: limit + spare, neighbours });
  return told(library, found)
    .filter(({ headline }) => !elsewhere.has(headline.id))
    .slice(0, limit);
}

/** Returns the story of an article that others belong to as well, else null. */
function storyAround(library: Library, id: ArticleId): Story | null {
  return library.storiesOf([id]).get(id) ?? null;
}

/** Returns what was found as it is told to the reader. */
export function told({ connections }: Library, found: readonly Found[]): readonly Related[] {
  const headlines = connections.headlines(found.map(({ card }) => card.article));
  // A card hangs on its article, so there is a headline for each.
  return found.map(({ reasons }, place) => ({ headline: headlines[place]!, why: wordsOf(reasons) }));
}

function wordsOf(reasons: Found['reasons']): readonly Safe[] {
  return reasons.map(({ words }) => words);
}

export function targetsOf(article: Article, relation?: 'background'): readonly Headline[] {
  const links = relation ? article.links.filter((link) => link.relation === relation) : article.links;
  const targets = links.map(({ target }) => target).filter((target) => target !== null);
  return [...new Map(targets.map((target) => [target.id, target])).values()];
}
