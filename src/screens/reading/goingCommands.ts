import { say, type Safe } from '../../text/index.ts';
import type { Choice, Command, Next } from '../../loop/index.ts';
import type { World } from '../world.ts';
import { leftAt, noteProgress, page, type Reading } from './state.ts';
import { scroll } from './update.ts';

type Row = Command<Reading, World>;

/** The way back, forward, on and out, and about the article itself. */
export const goingCommands: readonly Row[] = [
  {
    id: 'trail.back',
    title: say`Back`,
    short: say`back`,
    hint: say`Back along the trail, to the very line that was left.`,
    keys: ['backspace', 'H', 'ctrl+o'],
    group: 'Trail',
    prominence: 'footer',
    unavailable: (_, world) => (world.trail.at > 0 ? null : say`The trail begins here.`),
    run: (state, world) => [
      state,
      ...noteProgress(state, world),
      { type: 'walk', steps: -1, from: leftAt(state, world) },
    ],
  },
  {
    id: 'trail.forward',
    title: say`Forward`,
    short: say`forward`,
    hint: say`Forward again along the trail.`,
    keys: ['L'],
    group: 'Trail',
    prominence: 'footer',
    unavailable: (_, world) => (world.trail.at < world.trail.steps.length - 1 ? null : say`The trail ends here.`),
    run: (state, world) => [
      state,
      ...noteProgress(state, world),
      { type: 'walk', steps: 1, from: leftAt(state, world) },
    ],
  },
  neighbourRow('article.next', say`Next article`, 'J', 1, false),
  neighbourRow('article.previous', say`Previous article`, 'K', -1, false),
  {
    id: 'article.outline',
    title: say`Outline`,
    short: say`outline`,
    hint: say`The headings of the article; choosing one goes there.`,
    keys: ['t'],
    group: 'Move',
    prominence: 'footer',
    unavailable: (state, world) => (page(state, world).headings.length > 0 ? null : say`This article has no headings.`),
    run: (state, world) => outline(state, world),
  },
  headingRow('article.nextHeading', say`Next heading`, ']', 1),
  headingRow('article.previousHeading', say`Previous heading`, '[', -1),
  sidewaysRow('view.right', say`Scroll right`, 'right', 8),
  sidewaysRow('view.left', say`Scroll left`, 'left', -8),
  {
    id: 'article.browse',
    title: say`Open in the browser`,
    hint: say`Open the chosen link, or else the article's own address, in the browser.`,
    keys: ['o'],
    group: 'Links',
    prominence: 'help',
    unavailable: (state, world) =>
      addressFor(state, world) ? null : say`Neither the article nor the chosen link has a web address.`,
    run: (state, world) => browse(state, world),
  },
  {
    id: 'screen.leave',
    title: say`Out`,
    short: say`out`,
    hint: say`Out of the article, to the list.`,
    keys: ['q', 'esc', 'h'],
    group: 'Move',
    prominence: 'help',
    run: (state, world) =>
      state.find ? [{ ...state, find: null }] : [state, ...noteProgress(state, world), { type: 'leave' }],
  },
];

function outline(state: Reading, world: World): Next<Reading> {
  const { headings } = page(state, world);
  const choices = headings.map(({ text, level, line }): Choice => ({
    label: say`${level > 2 ? say`  ` : say``}${text}`,
    detail: null,
    effects: [{ type: 'send', message: { type: 'lineWanted', line } }],
  }));
  const selected = Math.max(
    0,
    headings.findLastIndex(({ line }) => line <= state.top + 1),
  );
  return [
    state,
    { type: 'open', opening: { screen: 'chooser', purpose: 'outline', title: say`Outline`, choices, selected } },
  ];
}

function neighbourRow(id: Row['id'], title: Safe, key: string, step: 1 | -1, unread: boolean): Row {
  return {
    id,
    title,
    hint: say`${title} of the list, without going back to it.`,
    keys: [key],
    group: 'Move',
    prominence: 'help',
    run: (state, world) => [
      state,
      ...noteProgress(state, world),
      { type: 'send', message: { type: 'neighbourWanted', step, unread, from: leftAt(state, world) } },
    ],
  };
}

function headingRow(id: Row['id'], title: Safe, key: string, step: 1 | -1): Row {
  return {
    id,
    title,
    hint: say`Go to the heading ${step === 1 ? say`below` : say`above`}.`,
    keys: [key],
    group: 'Move',
    prominence: 'help',
    unavailable: (state, world) => (page(state, world).headings.length > 0 ? null : say`This article has no headings.`),
    run: (state, world) => {
      const { headings } = page(state, world);
      const target =
        step === 1 ? headings.find(({ line }) => line > state.top) : headings.findLast(({ line }) => line < state.top);
      return scroll(state, target?.line ?? (step === 1 ? state.top : 0), world);
    },
  };
}

function sidewaysRow(id: Row['id'], title: Safe, key: string, columns: number): Row {
  return {
    id,
    title,
    hint: say`Move a table or code that is wider than the screen.`,
    keys: [key],
    group: 'View',
    short: say`wide table`,
    prominence: columns > 0 ? 'footer' : 'help',
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
