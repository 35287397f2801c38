import type { Kind } from '../../src/news/index.ts';
import { profileOf, type Card, type Ref, type StoryRef } from '../../src/related/index.ts';
import { MemoryIndex } from './memory-index.ts';

/** An article as a test tells it. */
export interface Told {
  readonly title: string;
  readonly body?: string;
  /** Day of April 2025, with hours after the point: 21.5 is noon of the 21st. Null for no date. */
  readonly on?: number | null;
  readonly kind?: Kind;
  readonly links?: readonly string[];
  readonly story?: StoryRef;
}

export const april = (on: number): number => Date.UTC(2025, 3, 1) + (on - 1) * 86_400_000;

/** A library with a few articles on other matters, so that the words of those told are rare in it. */
export function newsroom(...told: readonly Told[]): MemoryIndex {
  const index = new MemoryIndex();
  for (const one of [...told, ...others]) file(index, one);
  for (const { title, links } of told) {
    if (links)
      index.link(
        refOf(index, title),
        links.map((linked) => refOf(index, linked)),
      );
  }
  index.weighAnew();
  return index;
}

function file(index: MemoryIndex, { title, body = '', on = 20, kind = 'news', story }: Told): void {
  const published = on === null ? null : april(on);
  const article = index.file({ kind, published, profile: profileOf({ title, body, kind }, index) });
  if (story !== undefined) index.join(article, story);
}

export function cardOf(index: MemoryIndex, title: string): Card {
  return index.all().find((card) => card.title === title)!;
}

export function refOf(index: MemoryIndex, title: string): Ref {
  return cardOf(index, title).article;
}

export function titlesOf(index: MemoryIndex, articles: readonly Ref[]): readonly string[] {
  return index.cards(articles).map(({ title }) => title);
}

const others: readonly Told[] = [
  {
    title: 'Rates held as prices cool',
    body: 'The central bank kept its rate where it was, and traders had expected nothing else.',
  },
  {
    title: 'A late goal decides the derby',
    body: 'The striker scored in the final minute and the stadium erupted in song.',
  },
  {
    title: 'Orchards count the cost of frost',
    body: 'Growers lost most of the blossom in a single night, and cider will be dear.',
  },
  {
    title: 'Old bridge to close for repair',
    body: 'Engineers found cracks in two piers; ferries will carry commuters until winter.',
  },
  {
    title: 'Museum buys a lost sketchbook',
    body: 'The drawings had hung unseen in a farmhouse kitchen for a century.',
  },
  { title: 'New telescope sees its first comet', body: 'Astronomers on the mountain measured water in its tail.' },
];
