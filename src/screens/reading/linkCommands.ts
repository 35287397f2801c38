import { say, type Safe } from '../../text/index.ts';
import type { Choice, Command, Next } from '../../loop/index.ts';
import { linkWords } from '../signs.ts';
import type { World } from '../world.ts';
import { chooseNext, followLink } from './links.ts';
import { page, type Reading } from './state.ts';

type Row = Command<Reading, World>;

const noLinks = (state: Reading, world: World) =>
  page(state, world).links.length > 0 ? null : say`This article has no links.`;
const noChosen = (state: Reading) => (state.link === null ? say`Choose a link with Tab first.` : null);

/** Choosing, following and peeking at links, and the articles around this one. */
export const linkCommands: readonly Row[] = [
  {
    id: 'link.next',
    title: say`Next link`,
    short: say`next link`,
    hint: say`Choose the next link in the text.`,
    keys: ['tab'],
    group: 'Links',
    prominence: 'footer',
    unavailable: noLinks,
    run: (state, world) => [chooseNext(state, 1, world)],
  },
  {
    id: 'link.follow',
    title: say`Follow link`,
    short: say`follow`,
    hint: say`Open what the chosen link leads to, in place.`,
    keys: ['enter', 'l'],
    group: 'Links',
    prominence: 'footer',
    unavailable: noChosen,
    run: (state, world) => followLink(state, state.link ?? -1, world),
  },
  {
    id: 'link.previous',
    title: say`Previous link`,
    hint: say`Choose the link before.`,
    keys: ['shift+tab'],
    group: 'Links',
    prominence: 'help',
    unavailable: noLinks,
    run: (state, world) => [chooseNext(state, -1, world)],
  },
  {
    id: 'link.hints',
    title: say`Follow by letters`,
    hint: say`Show letters at each link on the screen; typing them follows it.`,
    keys: ['f'],
    group: 'Links',
    prominence: 'help',
    unavailable: noLinks,
    run: (state) => [{ ...state, mode: { type: 'hints', typed: '' } }],
  },
  {
    id: 'link.peek',
    title: say`Peek`,
    short: say`peek`,
    hint: say`Look at what the chosen link leads to, without leaving.`,
    keys: ['p'],
    group: 'Links',
    prominence: 'footer',
    unavailable: noChosen,
    run: (state) => [state, { type: 'open', opening: { screen: 'peek', link: state.link ?? 0 } }],
  },
  ...Array.from('123456789', (digit): Row => ({
    id: `link.number${digit}`,
    title: say`Link ${Number(digit)}`,
    hint: say`Choose a link by its number; more digits may follow, then Enter.`,
    keys: [digit],
    group: 'Links',
    prominence: 'help',
    unavailable: noLinks,
    run: (state) => startNumber(state, digit),
  })),
  {
    id: 'article.alsoSee',
    title: say`Also see`,
    hint: say`Follow the article's “Also see” link, or choose among several.`,
    keys: ['a'],
    group: 'Links',
    prominence: 'help',
    unavailable: (state) =>
      state.article.links.some((link) => link.relation === 'also-see')
        ? null
        : say`This article names nothing to see also.`,
    run: (state, world) => alsoSee(state, world),
  },
  {
    id: 'article.background',
    title: say`Background`,
    hint: say`What explains this: the background that the article names, and what was found here. Choose one to read it.`,
    keys: ['g b'],
    group: 'Links',
    prominence: 'help',
    unavailable: (state, world) =>
      state.around === null || page(state, world).background.length > 0
        ? null
        : say`Nothing here explains what this article is about.`,
    run: (state, world) =>
      state.around === null
        ? [state, { type: 'lookAround', article: state.article.id, asked: 'background' }]
        : background(state, world),
  },
  {
    id: 'article.linkedFrom',
    title: say`Linked from`,
    hint: say`Choose among the articles that link to this one.`,
    keys: ['B'],
    group: 'Links',
    prominence: 'help',
    unavailable: (state) =>
      state.article.linkedFromArticles.length > 0 ? null : say`Nothing here links to this article.`,
    run: (state, world) => inward(state, world),
  },
];

function startNumber(state: Reading, digit: string): Next<Reading> {
  return [
    { ...state, mode: { type: 'number', typed: '' } },
    { type: 'send', message: { type: 'typed', chord: digit }, to: 'self' },
  ];
}

function alsoSee(state: Reading, world: World): Next<Reading> {
  const { links } = page(state, world);
  const named = links.flatMap(({ link }, index) => (link.relation === 'also-see' ? [index] : []));
  return oneOf(state, say`Also see`, named, world);
}

/** Offers what explains the article, or follows it when it is one alone. */
export function background(state: Reading, world: World): Next<Reading> {
  return oneOf(state, say`Background`, page(state, world).background, world);
}

function oneOf(state: Reading, title: Safe, links: readonly number[], world: World): Next<Reading> {
  if (links.length === 0)
    return [state, { type: 'tell', words: say`Nothing here explains what this article is about.` }];
  return links.length === 1 ? followLink(state, links[0]!, world) : linkChooser(state, title, links, world);
}

function inward(state: Reading, world: World): Next<Reading> {
  const first = state.article.links.length;
  return linkChooser(
    state,
    say`Linked from`,
    state.article.linkedFromArticles.map((_, index) => first + index),
    world,
  );
}

function linkChooser(state: Reading, title: Safe, indices: readonly number[], world: World): Next<Reading> {
  const choices = indices.flatMap((index): Choice[] => {
    const link = page(state, world).links[index]?.link;
    if (!link) return [];
    return [
      {
        label: link.target?.title ?? link.text,
        detail: linkWords(link),
        effects: [{ type: 'send', message: { type: 'linkWanted', link: index } }],
      },
    ];
  });
  return [state, { type: 'open', opening: { screen: 'chooser', purpose: 'links', title, choices, selected: 0 } }];
}
