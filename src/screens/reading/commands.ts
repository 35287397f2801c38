import { say, type Safe } from '../../text/index.ts';
import type { Choice, Command, Next } from '../../loop/index.ts';
import { bodyHeight } from '../bars.ts';
import { articleCommands } from '../marking.ts';
import { movingCommands } from '../moving.ts';
import { linkWords } from '../signs.ts';
import type { World } from '../world.ts';
import { chooseNext, followLink } from './links.ts';
import { findCommands } from './findCommands.ts';
import { leftAt, lastTop, noteProgress, page, type Reading } from './state.ts';
import { scroll } from './update.ts';

type Row = Command<Reading, World>;

const noLinks = (state: Reading, world: World) => (page(state, world).links.length > 0 ? null : say`This article has no links.`);
const noChosen = (state: Reading) => (state.link === null ? say`Choose a link with Tab first.` : null);

const links: readonly Row[] = [
  {
    id: 'link.next', title: say`Next link`, short: say`next link`, hint: say`Choose the next link in the text.`, keys: ['tab'], group: 'Links', prominence: 'footer', unavailable: noLinks,
    run: (state, world) => [chooseNext(state, 1, world)],
  },
  {
    id: 'link.follow', title: say`Follow link`, short: say`follow`, hint: say`Open what the chosen link leads to, in place.`, keys: ['enter', 'l'], group: 'Links', prominence: 'footer', unavailable: noChosen,
    run: (state, world) => followLink(state, state.link ?? -1, world),
  },
  {
    id: 'link.previous', title: say`Previous link`, hint: say`Choose the link before.`, keys: ['shift+tab'], group: 'Links', prominence: 'help', unavailable: noLinks,
    run: (state, world) => [chooseNext(state, -1, world)],
  },
  {
    id: 'link.hints', title: say`Follow by letters`, hint: say`Show letters at each link on the screen; typing them follows it.`, keys: ['f'], group: 'Links', prominence: 'help', unavailable: noLinks,
    run: (state) => [{ ...state, mode: { type: 'hints', typed: '' } }],
  },
  {
    id: 'link.peek', title: say`Peek`, short: say`peek`, hint: say`Look at what the chosen link leads to, without leaving.`, keys: ['p'], group: 'Links', prominence: 'footer', unavailable: noChosen,
    run: (state) => [state, { type: 'open', opening: { screen: 'peek', link: state.link ?? 0 } }],
  },
  ...Array.from('123456789', (digit): Row => ({
    id: `link.number${digit}`, title: say`Link ${Number(digit)}`, hint: say`Choose a link by its number; more digits may follow, then Enter.`, keys: [digit], group: 'Links', prominence: 'help', unavailable: noLinks,
    run: (state) => startNumber(state, digit),
  })),
  {
    id: 'article.alsoSee', title: say`Also see`, hint: say`Follow the article's “Also see” link, or choose among several.`, keys: ['a'], group: 'Links', prominence: 'help',
    unavailable: (state) => (state.article.links.some((link) => link.relation === 'also-see') ? null : say`This article names nothing to see also.`),
    run: (state, world) => among(state, 'also-see', say`Also see`, world),
  },
  {
    id: 'article.background', title: say`Background`, hint: say`Follow the article's background, or choose among several.`, keys: ['g b'], group: 'Links', prominence: 'help',
    unavailable: (state) => (state.article.links.some((link) => link.relation === 'background') ? null : say`This article names no background.`),
    run: (state, world) => among(state, 'background', say`Background`, world),
  },
  {
    id: 'article.linkedFrom', title: say`Linked from`, hint: say`Choose among the articles that link to this one.`, keys: ['B'], group: 'Links', prominence: 'help',
    unavailable: (state) => (state.article.linkedFromArticles.length > 0 ? null : say`Nothing here links to this article.`),
    run: (state, world) => inward(state, world),
  },
];

const going: readonly Row[] = [
  {
    id: 'trail.back', title: say`Back`, short: say`back`, hint: say`Back along the trail, to the very line that was left.`, keys: ['backspace', 'H', 'ctrl+o'], group: 'Trail', prominence: 'footer',
    unavailable: (_, world) => (world.trail.at > 0 ? null : say`The trail begins here.`),
    run: (state, world) => [state, ...noteProgress(state, world), { type: 'walk', steps: -1, from: leftAt(state, world) }],
  },
  {
    id: 'trail.forward', title: say`Forward`, short: say`forward`, hint: say`Forward again along the trail.`, keys: ['L'], group: 'Trail', prominence: 'footer',
    unavailable: (_, world) => (world.trail.at < world.trail.steps.length - 1 ? null : say`The trail ends here.`),
    run: (state, world) => [state, ...noteProgress(state, world), { type: 'walk', steps: 1, from: leftAt(state, world) }],
  },
  neighbourRow('article.next', say`Next article`, 'J', 1, false),
  neighbourRow('article.previous', say`Previous article`, 'K', -1, false),
  {
    id: 'article.outline', title: say`Outline`, short: say`outline`, hint: say`The headings of the article; choosing one goes there.`, keys: ['t'], group: 'Move', prominence: 'footer',
    unavailable: (state, world) => (page(state, world).headings.length > 0 ? null : say`This article has no headings.`),
    run: (state, world) => outline(state, world),
  },
  headingRow('article.nextHeading', say`Next heading`, ']', 1),
  headingRow('article.previousHeading', say`Previous heading`, '[', -1),
  sidewaysRow('view.right', say`Scroll right`, 'right', 8),
  sidewaysRow('view.left', say`Scroll left`, 'left', -8),
  {
    id: 'article.browse', title: say`Open in the browser`, hint: say`Open the chosen link, or else the article's own address, in the browser.`, keys: ['o'], group: 'Links', prominence: 'help',
    unavailable: (state, world) => (addressFor(state, world) ? null : say`Neither the article nor the chosen link has a web address.`),
    run: (state, world) => browse(state, world),
  },
  {
    id: 'screen.leave', title: say`Out`, short: say`out`, hint: say`Out of the article, to the list.`, keys: ['q', 'esc', 'h'], group: 'Move', prominence: 'help',
    run: (state, world) => (state.find ? [{ ...state, find: null }] : [state, ...noteProgress(state, world), { type: 'leave' }]),
  },
];

const scrolling = movingCommands<Reading>({
  at: (state) => state.top,
  count: (state, world) => lastTop(state, world) + 1,
  page: (_, world) => bodyHeight(world),
  to: scroll,
}).map((row): Row => (row.id === 'move.pageDown' ? { ...row, run: (state, world) => pageOrNext(state, row, world) } : row));

export const readingCommands: readonly Row[] = [
  ...links,
  ...going,
  ...findCommands,
  ...articleCommands<Reading>((state) => state.article, (state) => state.article.address),
  ...scrolling,
];

/** Space at the end of an article goes on to the next unread one. */
function pageOrNext(state: Reading, row: Row, world: World): Next<Reading> {
  if (state.top < lastTop(state, world)) return row.run(state, world);
  return [state, ...noteProgress(state, world), { type: 'send', message: { type: 'neighbourWanted', step: 1, unread: true, from: leftAt(state, world) } }];
}

function startNumber(state: Reading, digit: string): Next<Reading> {
  return [{ ...state, mode: { type: 'number', typed: '' } }, { type: 'send', message: { type: 'typed', chord: digit }, to: 'self' }];
}

function among(state: Reading, relation: 'also-see' | 'background', title: Safe, world: World): Next<Reading> {
  const found = page(state, world).links.flatMap(({ link }, index) => (link.relation === relation ? [index] : []));
  return found.length === 1 ? followLink(state, found[0]!, world) : linkChooser(state, title, found, world);
}

function inward(state: Reading, world: World): Next<Reading> {
  const first = state.article.links.length;
  return linkChooser(state, say`Linked from`, state.article.linkedFromArticles.map((_, index) => first + index), world);
}

function linkChooser(state: Reading, title: Safe, indices: readonly number[], world: World): Next<Reading> {
  const choices = indices.flatMap((index): Choice[] => {
    const link = page(state, world).links[index]?.link;
    if (!link) return [];
    return [{ label: link.target?.title ?? link.text, detail: linkWords(link), effects: [{ type: 'send', message: { type: 'linkWanted', link: index } }] }];
  });
  return [state, { type: 'open', opening: { screen: 'chooser', purpose: 'links', title, choices, selected: 0 } }];
}

function outline(state: Reading, world: World): Next<Reading> {
  const { headings } = page(state, world);
  const choices = headings.map(({ text, level, line }): Choice => ({
    label: say`${level > 2 ? say`  ` : say``}${text}`,
    detail: null,
    effects: [{ type: 'send', message: { type: 'lineWanted', line } }],
  }));
  const selected = Math.max(0, headings.findLastIndex(({ line }) => line <= state.top + 1));
  return [state, { type: 'open', opening: { screen: 'chooser', purpose: 'outline', title: say`Outline`, choices, selected } }];
}

function neighbourRow(id: Row['id'], title: Safe, key: string, step: 1 | -1, unread: boolean): Row {
  return {
    id, title, hint: say`${title} of the list, without going back to it.`, keys: [key], group: 'Move', prominence: 'help',
    run: (state, world) => [state, ...noteProgress(state, world), { type: 'send', message: { type: 'neighbourWanted', step, unread, from: leftAt(state, world) } }],
  };
}

function headingRow(id: Row['id'], title: Safe, key: string, step: 1 | -1): Row {
  return {
    id, title, hint: say`Go to the heading ${step === 1 ? say`below` : say`above`}.`, keys: [key], group: 'Move', prominence: 'help',
    unavailable: (state, world) => (page(state, world).headings.length > 0 ? null : say`This article has no headings.`),
    run: (state, world) => {
      const { headings } = page(state, world);
      const target = step === 1 ? headings.find(({ line }) => line > state.top) : headings.findLast(({ line }) => line < state.top);
      return scroll(state, target?.line ?? (step === 1 ? state.top : 0), world);
    },
  };
}

function sidewaysRow(id: Row['id'], title: Safe, key: string, columns: number): Row {
  return {
    id, title, hint: say`Move a table or code that is wider than the screen.`, keys: [key], group: 'View', prominence: 'help',
    unavailable: (state, world) => (page(state, world).isWide ? null : say`Everything fits the width.`),
    run: (state) => [{ ...state, shift: Math.max(0, state.shift + columns) }],
  };
}

function addressFor(state: Reading, world: World): Safe | null {
  const chosen = state.link === null ? undefined : page(state, world).links[state.link]?.link;
  return chosen && !chosen.target && chosen.address ? chosen.address : state.article.address;
}

function browse(state: Reading, world: World): Next<Reading> {
  const address = addressFor(state, world);
  return address ? [state, { type: 'browse', address }] : [state];
}
