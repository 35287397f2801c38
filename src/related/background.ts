import { closeness } from './closeness.ts';
import type { Card, Index } from './card.ts';
import { reachedOverLinks } from './linked.ts';
import { explainersNear, neighboursOf, type Neighbour } from './neighbours.ts';
import { reasonsFor } from './reason.ts';
import { directLinks, type Related, type Subject } from './related.ts';

/** What it is worth that others link to an explainer. More than among news: one that explains serves many articles. */
const vote = 0.03;
/** What a link between the two is worth: more than any likeness. */
const linked = 1;
const least = 0.03;

/**
 * Returns the backgrounders that serve the article, the best first: what it links to, then by likeness, by how often others
 * link to them, and by the links of articles alike. Their age counts for nothing: what explains does not grow old with the news.
 */
export function backgroundOf(
  subject: Subject,
  index: Index,
  asked: { readonly limit: number; readonly neighbours?: readonly Neighbour[] },
): readonly Related[] {
  const explainers = explainersNear(subject, index);
  const alike = (asked.neighbours ?? neighboursOf(subject, index))
    .map(({ card, likeness }) => ({
      article: card.article,
      worth: likeness * closeness(subject.published, card.published),
    }))
    .sort((one, other) => other.worth - one.worth);
  const paths = reachedOverLinks(alike, index);
  const direct = directLinks(subject.article, index);
  const likenesses = new Map(explainers.map(({ card, likeness }) => [card.article, likeness]));
  const missing = [...new Set([...paths.keys(), ...direct.keys()])].filter((article) => !likenesses.has(article));
  const scoreOf = ({ article }: Card): number => {
    const likeness = likenesses.get(article) ?? 0;
    const votes = likeness > 0.02 ? vote * Math.log(1 + index.linksTo(article).length) : 0;
    return likeness + votes + (paths.get(article)?.worth ?? 0) + (direct.has(article) ? linked : 0);
  };
  return [...explainers.map(({ card }) => card), ...index.cards(missing)]
    .filter((card) => card.explains && card.article !== subject.article)
    .map((card) => ({ card, score: scoreOf(card) }))
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score || one.card.article - other.card.article)
    .slice(0, asked.limit)
    .map(({ card, score }) => ({
      card,
      score,
      reasons: reasonsFor(subject, card, { index, path: paths.get(card.article), direct: direct.get(card.article) }),
    }));
}
