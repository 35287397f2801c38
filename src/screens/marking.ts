import { cleanLine, join, say, type Safe } from '../text/index.ts';
import type { Headline } from '../news/index.ts';
import type { Command, Effect } from '../loop/index.ts';
import { isoDate } from './dates.ts';
import type { World } from './world.ts';

/** Returns the commands on one article, for any screen that has one: the same keys everywhere. */
export function articleCommands<State>(
  chosen: (state: State) => Headline | null,
  addressOf: (state: State) => Safe | null,
): readonly Command<State, World>[] {
  const row = (
    names: Pick<Command<State, World>, 'id' | 'title' | 'hint' | 'keys' | 'short'>,
    effect: (article: Headline, state: State, world: World) => Effect,
  ): Command<State, World> => ({
    ...names,
    group: 'State',
    prominence: names.short ? 'footer' : 'help',
    unavailable: (state) => (chosen(state) ? null : say`No article is selected.`),
    run: (state, world) => {
      const article = chosen(state);
      return article ? [state, effect(article, state, world)] : [state];
    },
  });
  return [
    row(words.bookmark, ({ id, status }) => ({
      type: 'mark',
      articles: [id],
      mark: { bookmarked: !status.bookmarked },
    })),
    row(words.toggleRead, ({ id, status }) => ({
      type: 'mark',
      articles: [id],
      mark: { read: status.read === 'read' ? 'unread' : 'read' },
    })),
    row(words.tag, ({ status }) => ({
      type: 'open',
      opening: { screen: 'prompt', purpose: 'tags', label: say`Tags`, text: join(status.tags, say`, `) },
    })),
    row(words.copyLink, ({ id }, state) => ({
      type: 'copy',
      text: addressOf(state) ?? say`alsosee:${id}`,
      what: say`link`,
    })),
    row(words.copyCitation, (article, state, world) => ({
      type: 'copy',
      text: citation(article, addressOf(state), world),
      what: say`citation`,
    })),
  ];
}

const words = {
  bookmark: {
    id: 'article.bookmark',
    title: say`Bookmark`,
    short: say`bookmark`,
    hint: say`Keep the article in Bookmarks, or take it out again.`,
    keys: ['s'],
  },
  toggleRead: {
    id: 'article.toggleRead',
    title: say`Mark read or unread`,
    short: say`mark read`,
    hint: say`Read becomes unread, anything else becomes read.`,
    keys: ['m'],
  },
  tag: {
    id: 'article.tag',
    title: say`Tags`,
    hint: say`Give the article tags of your own, separated by commas.`,
    keys: ['#'],
  },
  copyLink: {
    id: 'article.copyLink',
    title: say`Copy link`,
    hint: say`Put the article's address into the clipboard.`,
    keys: ['y'],
  },
  copyCitation: {
    id: 'article.copyCitation',
    title: say`Copy citation`,
    hint: say`Put title, author, publisher, date and address into the clipboard, as Markdown.`,
    keys: ['Y'],
  },
} as const;

/** Returns a Markdown citation: [Title](address), byline, publisher, date. */
function citation(headline: Headline, address: Safe | null, world: World): Safe {
  const title = address ? say`[${headline.title}](${address})` : say`*${headline.title}*`;
  const byline = headline.byline ? say`, ${headline.byline}` : say``;
  const date = headline.published === null ? say`` : say`, ${isoDate(headline.published, world)}`;
  return say`${title}${byline}, ${headline.publisher}${date}`;
}

/** Returns the tags that were typed, separated by commas, without repeats. */
export function tagsFrom(text: Safe): readonly Safe[] {
  const tags = text.split(',').map((tag) => cleanLine(tag.trim().replace(/^#/, '')));
  return [...new Set(tags)].filter((tag) => tag !== '');
}
