import { connectWaiting, groupAnew } from '../../src/desk/connect.ts';
import type { Library } from '../../src/library/index.ts';
import type { Story } from '../../src/news/index.ts';
import { day, type Fed } from './shelf.ts';

/** Connects all articles that wait, in this thread, and groups them anew. */
export function connectAll(library: Library): number {
  const articles = connectWaiting(library, { begin: () => undefined, isApart: () => false }, Infinity);
  while (library.connections.tend('idle'));
  groupAnew(library, { most: 2000, enough: 20 });
  return articles;
}

/** Articles on one event: the same names, not the same words. */
export const quake: readonly Fed[] = [
  {
    guid: 'q1',
    title: 'Earthquake strikes Pokhara valley',
    body: 'A strong earthquake struck the Pokhara valley in Nepal before dawn, and the seismologist Ramesh Gurung measured a magnitude of six. Houses fell in Lekhnath, and rescuers dug for survivors.',
    published: day(4, 20),
    publisher: 'Kathmandu Post',
  },
  {
    guid: 'q2',
    title: 'Pokhara earthquake: rescuers reach Lekhnath',
    body: 'Rescuers reached Lekhnath, where houses fell in the earthquake that struck the Pokhara valley. The seismologist Ramesh Gurung warned of more shocks in Nepal.',
    published: day(4, 20) + 4 * 3_600_000,
    publisher: 'The Himalayan',
  },
  {
    guid: 'q3',
    title: 'Survivors of the Pokhara earthquake sleep outdoors',
    body: 'In Lekhnath survivors of the earthquake slept outdoors, since Ramesh Gurung, the seismologist, expects shocks in the Pokhara valley of Nepal for days. Rescuers brought tents for those whose houses fell.',
    published: day(4, 20) + 9 * 3_600_000,
    publisher: 'Kathmandu Post',
  },
];

/** Articles on other matters, so that the words of those told are rare. */
export const others: readonly Fed[] = [
  ['Rates held as prices cool', 'The central bank kept its rate where it was, and traders had expected nothing else.'],
  ['A late goal decides the derby', 'The striker scored in the final minute and the stadium erupted in song.'],
  ['Orchards count the cost of frost', 'Growers lost most of the blossom in a single night, and cider will be dear.'],
  ['Old bridge to close for repair', 'Engineers found cracks in two piers; ferries will carry commuters until winter.'],
  ['Museum buys a lost sketchbook', 'The drawings had hung unseen in a farmhouse kitchen for a century.'],
  ['New telescope sees its first comet', 'Astronomers on the mountain measured water in its tail.'],
].map(([title = '', body = ''], index) => ({ guid: `o${index}`, title, body, published: day(4, 1 + index) }));

/** Returns what can be seen of a story in one line. */
export function brief(story: Story | null | undefined): string {
  if (!story) return 'none';
  const { publishers, articles, unread, fresh, followed } = story;
  return `${publishers} publishers, ${articles} articles, ${unread} unread, ${fresh} fresh${followed ? ', followed' : ''}`;
}
