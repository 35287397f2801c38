import { say, type Safe } from '../text/index.ts';
import type { SourceId } from '../news/index.ts';
import type { Choice, Command, Effect, Group, Next } from '../loop/index.ts';
import type { World } from '../screens/index.ts';
import { hiddenBy } from './own-lists.ts';
import type { Root } from './state.ts';
import { over, roundWords, shownErrand } from './waiting.ts';

type Row = Command<Root, World>;

function row(id: Row['id'], title: Safe, hint: Safe, keys: readonly string[], group: Group, run: Row['run']): Row {
  return { id, title, hint, keys, group, run, prominence: 'help' };
}

const narrowest = 40;
const widest = 120;

/** The commands that work on every screen. */
export const programCommands: readonly Row[] = [
  row(
    'program.undo',
    say`Undo`,
    say`Take back the last change of state, many at once if they were made at once.`,
    ['u'],
    'State',
    undo,
  ),
  row('program.redo', say`Redo`, say`Make the change again that was taken back.`, ['ctrl+r'], 'State', (root) => [
    root,
    { type: 'redo' },
  ]),
  row(
    'program.search',
    say`Search everything`,
    say`Search titles, summaries and whole texts of all articles.`,
    ['\\'],
    'Find',
    (root) => [root, { type: 'open', opening: { screen: 'search', words: say`` } }],
  ),
  row('trail.show', say`Trail`, say`Where you have been; Enter goes there.`, ['g h'], 'Trail', (root) => [
    root,
    { type: 'open', opening: { screen: 'trail' } },
  ]),
  {
    ...row(
      'trail.back',
      say`Back`,
      say`Back to the last article of the trail.`,
      ['backspace', 'H', 'ctrl+o'],
      'Trail',
      (root) => [root, { type: 'walk', steps: 0, from: null }],
    ),
    unavailable: (root) => (root.trail.steps.length > 0 ? null : say`Nothing was opened yet.`),
  },
  {
    ...row('trail.forward', say`Forward`, say`Forward along the trail.`, ['L'], 'Trail', (root) => [
      root,
      { type: 'walk', steps: 1, from: null },
    ]),
    unavailable: (root) => (root.trail.at < root.trail.steps.length - 1 ? null : say`The trail ends here.`),
  },
  row('program.lists', say`Lists`, say`Choose among all lists, with their counts.`, ['g l'], 'Lists', (root) => [
    root,
    listChooser(root),
  ]),
  row('program.muted', say`Muted`, say`What is hidden, and by which of your rules.`, ['g M'], 'Lists', (root) => [
    root,
    mutedChooser(root),
  ]),
  row(
    'program.refresh',
    say`Refresh`,
    say`Ask this article's or this list's source for news; in a list of all sources, all of them.`,
    ['r'],
    'Sources',
    (root) => [root, { type: 'refresh', of: sourceAt(root) }],
  ),
  row('program.refreshAll', say`Refresh all`, say`Ask all sources for news.`, ['R'], 'Sources', (root) => [
    root,
    { type: 'refresh', of: 'all' },
  ]),
  {
    ...row('program.cancel', say`Cancel`, say`End what is being fetched. What came stays.`, ['esc'], 'Sources', cancel),
    unavailable: (root) => (shownErrand(root) ? null : say`Nothing is being fetched.`),
  },
  row(
    'program.addSource',
    say`Add a source`,
    say`Keep a feed, a page, a folder of Markdown or a file: type its address or path.`,
    ['A'],
    'Sources',
    (root) => [
      root,
      {
        type: 'open',
        opening: { screen: 'prompt', purpose: 'source', label: say`Add address or path`, text: say`` },
      },
    ],
  ),
  row(
    'program.sources',
    say`Sources`,
    say`What you keep: feeds, folders and pages, how they are, and how much comes of them.`,
    ['g S'],
    'Sources',
    (root) => [root, { type: 'open', opening: { screen: 'sources' } }],
  ),
  row(
    'program.problems',
    say`Problems`,
    say`What could not be read as it was meant, where, and what to do about it.`,
    ['g p'],
    'Program',
    (root) => [root, { type: 'open', opening: { screen: 'problems' } }],
  ),
  row('view.theme', say`Theme`, say`Choose the colours; the screen shows each as you move.`, ['T'], 'View', (root) => [
    root,
    themeChooser(root),
  ]),
  row('view.wider', say`Wider text`, say`Longer lines.`, ['>'], 'View', (root) => width(root, 4)),
  row('view.narrower', say`Narrower text`, say`Shorter lines.`, ['<'], 'View', (root) => width(root, -4)),
  row('view.zen', say`Zen`, say`Nothing but the text; the same key brings the bars back.`, ['z'], 'View', (root) => [
    { ...root, zen: !root.zen },
    { type: 'send', message: { type: 'resized' }, to: 'self' },
  ]),
  row('view.pictures', say`Pictures`, say`Show or hide what is said of pictures.`, ['i'], 'View', (root) => [
    root,
    { type: 'set', setting: 'images', value: root.pictures ? 'off' : 'caption' },
  ]),
  row(
    'view.redraw',
    say`Redraw`,
    say`Draw the screen anew, should another program have spoiled it.`,
    ['ctrl+l'],
    'View',
    (root) => [root, { type: 'redraw' }],
  ),
  {
    ...row('program.palette', say`Commands`, say`Every command by its name.`, [':', 'ctrl+p'], 'Program', (root) => [
      root,
      { type: 'open', opening: { screen: 'palette' } },
    ]),
    short: say`command`,
    prominence: 'footer',
  },
  {
    ...row(
      'program.help',
      say`Help`,
      say`All keys, those of this view first; typing searches them.`,
      ['?'],
      'Program',
      (root) => [root, { type: 'open', opening: { screen: 'help' } }],
    ),
    short: say`help`,
    prominence: 'footer',
  },
  row(
    'program.guide',
    say`Guide`,
    say`A tour of the reader, in articles that lead from one to the next.`,
    ['f1', 'g ?'],
    'Program',
    (root) => [root, { type: 'openGuide' }],
  ),
  row(
    'program.suspend',
    say`Suspend`,
    say`Stop the program as any other in this terminal; fg goes on.`,
    ['ctrl+z'],
    'Program',
    (root) => [root, { type: 'suspend' }],
  ),
  row(
    'program.quit',
    say`Quit`,
    say`Leave the program. It opens again just as it was.`,
    ['Q', 'ctrl+c'],
    'Program',
    (root) => [root, { type: 'quit' }],
  ),
];

/** A source that was removed comes back first, when nothing was marked since. */
function undo(root: Root): Next<Root> {
  const source = root.removed.at(-1);
  return source
    ? [
        { ...root, removed: root.removed.slice(0, -1) },
        { type: 'keepAgain', source },
      ]
    : [root, { type: 'undo' }];
}

/** The source of what is on the screen: that of the open article, or of a list of one source; else all. */
function sourceAt(root: Root): SourceId | 'all' {
  const shown = root.stack.findLast(({ screen }) => screen === 'reading' || screen === 'headlines');
  if (shown?.screen === 'reading') return shown.article.source;
  if (shown?.screen !== 'headlines') return 'all';
  return shown.list.query.conditions.find((condition) => condition.type === 'source')?.source ?? 'all';
}

function cancel(root: Root): Next<Root> {
  const going = shownErrand(root);
  if (!going) return [root];
  const so = going.round ? say` at ${roundWords(going.round, root.signs.dot)}. What came is kept.` : say`.`;
  return [
    over(root, going),
    { type: 'cancel', errand: going.number },
    { type: 'tell', words: say`${going.about} was ended${so}` },
  ];
}

function width(root: Root, step: number): Next<Root> {
  const measure = Math.max(narrowest, Math.min(widest, root.measure + step));
  if (measure === root.measure)
    return [root, { type: 'tell', words: say`Lines are between ${narrowest} and ${widest} columns wide.` }];
  return [
    root,
    { type: 'set', setting: 'width', value: measure },
    { type: 'tell', words: say`Lines of ${measure} columns` },
  ];
}

function themeChooser(root: Root) {
  const choices = root.themes.map(({ name, about }): Choice => ({
    label: about,
    detail: null,
    effects: [{ type: 'set', setting: 'theme', value: name }],
  }));
  return {
    type: 'open',
    opening: {
      screen: 'chooser',
      purpose: 'theme',
      title: say`Theme`,
      choices,
      live: true,
      selected: root.themes.findIndex(({ name }) => name === root.theme),
      onLeave: [{ type: 'set', setting: 'theme', value: root.theme }],
    },
  } as const;
}

/** The rules that hide, with how many articles each of them does. */
function mutedChooser(root: Root): Effect {
  if (root.rules.length === 0) return { type: 'tell', words: say`Nothing is muted. ! on an article offers rules.` };
  const everything = { id: 'muted', name: say`Muted`, query: mutedQuery };
  const all: Choice = {
    label: say`All that is muted`,
    detail: null,
    effects: [{ type: 'open', opening: { screen: 'headlines', list: everything } }],
  };
  const rules = root.rules.map((rule, index): Choice => ({
    label: rule.name,
    detail: say`hides ${root.hidden[index] ?? 0}`,
    effects: [{ type: 'open', opening: { screen: 'headlines', list: hiddenBy(rule) } }],
  }));
  const opening = {
    screen: 'chooser',
    purpose: 'muted',
    title: say`Muted`,
    choices: [all, ...rules],
    selected: 0,
  } as const;
  return { type: 'open', opening };
}

const mutedQuery = { conditions: [{ type: 'muted' } as const], sort: 'newest' as const };

function listChooser(root: Root) {
  const choices = root.lists.map((list, index): Choice => ({
    label: list.name,
    detail: say`${root.counts[index] ?? 0}`,
    effects: [{ type: 'open', opening: { screen: 'headlines', list } }],
  }));
  return {
    type: 'open',
    opening: { screen: 'chooser', purpose: 'lists', title: say`Lists`, choices, selected: 0 },
  } as const;
}
