import { say } from '../text/index.ts';
import type { ArticleId, Headline, Neighbour, Neighbourhood, Related } from '../news/index.ts';
import type { Library } from '../library/index.ts';
import { ask, backgroundFor, relatedFor, targetsOf, type Asked, type Sight } from './surroundings.ts';

/** Articles around one, of all ways there; and of one way before the others have had theirs. */
const most = { around: 6, ofOneWay: 2 } as const;
const steps = 2;

type Step = Omit<Neighbour, 'beyond'>;

/** Returns the neighbourhood of an article, two steps out. None stands in it twice. */
export function neighbourhood(sight: Sight, article: ArticleId): Neighbourhood {
  return { article, neighbours: around(sight, article, new Set([article]), steps) };
}

/** Walks out from an article. What is one step away is on the map before anything two steps away is looked for. */
function around(sight: Sight, id: ArticleId, seen: Set<ArticleId>, left: number): readonly Neighbour[] {
  const asked = left === 0 ? null : ask(sight, id);
  if (!asked) return [];
  const chosen = choose(waysFrom(sight.library, asked), seen);
  for (const { headline } of chosen) seen.add(headline.id);
  return chosen.map((step) => ({ ...step, beyond: around(sight, step.headline.id, seen, left - 1) }));
}

/** Returns all steps from the article, a list for each way. */
function waysFrom(library: Library, asked: Asked): readonly (readonly Step[])[] {
  const { article } = asked;
  const background = backgroundFor(library, asked, most.around);
  const related = relatedFor(library, asked, background, most.around);
  const plain = (via: Step['via'], headlines: readonly Headline[], why = say`linked in the text`): readonly Step[] =>
    headlines.map((headline) => ({ headline, via, why: [why] }));
  const reasoned = (via: Step['via'], all: readonly Related[]): readonly Step[] =>
    all.map(({ headline, why }) => ({ headline, via, why }));
  return [
    plain('links to', targetsOf(article)),
    plain('linked from', article.linkedFromArticles, say`links to this article`),
    reasoned('background', background),
    reasoned('related', related),
  ];
}

/** Takes a few of each way, and then more of those that have them, in the order of the ways. */
function choose(ways: readonly (readonly Step[])[], seen: ReadonlySet<ArticleId>): readonly Step[] {
  const met = new Set(seen);
  const open = ways.map((steps) =>
    steps.filter(({ headline }) => {
      const isNew = !met.has(headline.id);
      met.add(headline.id);
      return isNew;
    }),
  );
  const first = open.flatMap((steps) => steps.slice(0, most.ofOneWay));
  const more = open.flatMap((steps) => steps.slice(most.ofOneWay));
  const chosen = new Set([...first, ...more].slice(0, most.around));
  return open.flat().filter((step) => chosen.has(step));
}
