import { cleanLine, join, say, type Safe } from '../text/index.ts';
import type { Headline } from '../news/index.ts';
import type { Command, Next } from '../loop/index.ts';
import { isoDate } from './dates.ts';
import type { World } from './world.ts';

/** Returns the commands on one article, for any screen that has one: the same keys everywhere. */
export function articleCommands<State>(
  chosen: (state: State) => Headline | null,
  addressOf: (state: State) => Safe | null,
): readonly Command<State, World>[] {
  const none = (state: State) => (chosen(state) ? null : say`No article is selected.`);
  const shared = { group: 'State', unavailable: none } as const;
  return [
    {
      ...shared,
      id: 'article.bookmark',
      title: say`Bookmark`,
      hint: say`Keep the article in Bookmarks, or take it out again.`,
      keys: ['s'],
      prominence: 'footer',
      short: say`bookmark`,
      run: withArticle(chosen, (state, article) => [
        state,
        { type: 'mark', articles: [article.id], mark: { bookmarked: !article.status.bookmarked } },
      ]),
    },
    {
      ...shared,
      id: 'article.toggleRead',
      title: say`Mark read or unread`,
      hint: say`Read becomes unread, anything else becomes read.`,
      keys: ['m'],
      prominence: 'footer',
      short: say`mark read`,
      run: withArticle(chosen, (state, article) => [
        state,
        { type: 'mark', articles: [article.id], mark: { read: article.status.read === 'read' ? 'unread' : 'read' } },
      ]),
    },
    {
      ...shared,
      id: 'article.tag',
      title: say`Tags`,
      hint: say`Give the article tags of your own, separated by commas.`,
      keys: ['#'],
      prominence: 'help',
      run: withArticle(chosen, (state, article) => [
        state,
        { type: 'open', opening: { screen: 'prompt', purpose: 'tags', label: say`Tags`, text: tagsText(article) } },
      ]),
    },
    {
      ...shared,
      id: 'article.copyLink',
      title: say`Copy link`,
      hint: say`Put the article's address into the clipboard.`,
      keys: ['y'],
      prominence: 'help',
      run: withArticle(chosen, (state, article) => [
        state,
        { type: 'copy', text: addressOf(state) ?? say`alsosee:${article.id}`, what: say`link` },
      ]),
    },
    {
      ...shared,
      id: 'article.copyCitation',
      title: say`Copy citation`,
      hint: say`Put the article's title, author, publisher, date and address into the clipboard, as Markdown.`,
      keys: ['Y'],
      prominence: 'help',
      run: withArticle(chosen, (state, article, world) => [
        state,
        { type: 'copy', text: citation(article, addressOf(state), world), what: say`citation` },
      ]),
    },
  ];
}

/** Returns a Markdown citation: [Title](address), byline, publisher, date. */
export function citation(headline: Headline, address: Safe | null, world: World): Safe {
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

function tagsText(headline: Headline): Safe {
  return join(headline.status.tags, say`, `);
}

function withArticle<State>(
  chosen: (state: State) => Headline | null,
  run: (state: State, article: Headline, world: World) => Next<State>,
): (state: State, world: World) => Next<State> {
  return (state, world) => {
    const article = chosen(state);
    return article ? run(state, article, world) : [state];
  };
}
