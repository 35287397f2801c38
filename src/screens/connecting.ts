import { say } from '../text/index.ts';
import type { Headline } from '../news/index.ts';
import type { Command, Effect } from '../loop/index.ts';
import type { World } from './world.ts';

/** Returns the commands that lead from an article to what it has to do with, for any screen that has one. */
export function connectingCommands<State>(chosen: (state: State) => Headline | null): readonly Command<State, World>[] {
  const row = (
    names: Pick<Command<State, World>, 'id' | 'title' | 'hint' | 'keys' | 'group'>,
    effect: (article: Headline) => Effect,
  ): Command<State, World> => ({
    ...names,
    prominence: 'help',
    unavailable: (state) => (chosen(state) ? null : say`No article is selected.`),
    run: (state) => {
      const article = chosen(state);
      return article ? [state, effect(article)] : [state];
    },
  });
  return [
    row(words.story, (article) => ({ type: 'open', opening: { screen: 'story', article } })),
    row(words.follow, ({ id }) => ({ type: 'followStory', article: id })),
    row(words.put, ({ id }) => ({ type: 'offerStories', article: id })),
    row(words.map, (article) => ({ type: 'open', opening: { screen: 'map', article } })),
    row(words.changes, (article) => ({ type: 'open', opening: { screen: 'changes', article } })),
  ];
}

const words = {
  story: {
    id: 'article.story',
    title: say`The story`,
    hint: say`The story that the article belongs to: every article on the event, by day, and its background.`,
    keys: ['g s'],
    group: 'Links',
  },
  follow: {
    id: 'article.followStory',
    title: say`Follow the story`,
    hint: say`Have new articles of this story marked and told of, or no more.`,
    keys: ['F'],
    group: 'State',
  },
  put: {
    id: 'article.putIntoStory',
    title: say`Put into a story`,
    hint: say`Put the article into one of the stories that you follow, where it was not counted in by itself.`,
    keys: ['g a'],
    group: 'State',
  },
  map: {
    id: 'article.map',
    title: say`Map`,
    hint: say`What lies around the article, two steps out: its links, what links to it, background, related.`,
    keys: ['g m'],
    group: 'Links',
  },
  changes: {
    id: 'article.changes',
    title: say`Changes`,
    hint: say`How its source changed the article since it was first taken in, word by word.`,
    keys: ['g c'],
    group: 'Links',
  },
} as const;
